id=(x)=>x
defaults=(a,b=1,tables=<-,c={x:1})=>a+b
many=(a,b,c,d,e)=>a
returns=(r)=>({a:r.x})
extended=(r)=>({r with a:1})
member=(r)=>({a:1}).a
block=(r)=>{
x=1


y=2
return x+y}
nested=(a)=>(b)=>a+b
short=data|>range(start:-1h)|>sum()
chain=data|>range(start:-1h)
|>filter(fn:(r)=>r._measurement=="cpu")|>mean()
long=from(bucket:"example-bucket")|>range(start:-1h)|>filter(fn:(r)=>r._measurement=="cpu")|>yield(name:"x")
data|>map(fn:(r)=>({r with a:1,b:2}))
data
|>map(fn:(r)=>({r with a:1,b:2,c:3,d:4,e:5}))
|>reduce(identity:{sum:0.0,count:0},fn:(r,accumulator)=>({sum:r._value+accumulator.sum,count:accumulator.count+1}))
|>map(fn:(r)=>{
return {r with a:1}
})
join(tables:{a:a,b:b},on:["_time"],method:"inner")
(data)|>f()
