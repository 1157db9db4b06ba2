// About the file.

// About the package.
package demo
// About the import.
import "array" // beside the import

// About x.
//
// In two paragraphs.
x=1 // beside x

y=[ // behind the bracket
1, // one
2,
// before three
3, // three

// last
]
f=(a, // first
b)=>// the arrow
a+b
z=if a // the test
then b // the first way
// before else
else c
p=data // the source
|>range(start:-1h) // the range
// before the filter

|>filter(fn:(r)=>r.a==1)
|>sum() // the sum
s=a+ // plus
b
r={ // the record
// before a
a:1,
b:2 // beside b
}
g=()=>{ // the block
// before x

x=1
return x // what it gives
// after it
}
h=(
// in parentheses
1+2)
e=f(
// nothing is given
)
// The end.
