literals=[1,1.50,.5,"text",1h30m,2022-01-01,2022-01-01T10:00:00+01:00,/a\/b/,true]
units=90m+1mo2w
few=[1,2,3]
none=[]
pairs=["a":1,"b":2]
no_pairs=[:]
record={a:1,"b c":2,d:{e:1}}
wide={a:1,b:2,c:3,d:4,e:5}
with={r with a:1,b:"x"}
spread={
a:1,b:2}
operators=((1+2)*3-(4/5))%2^2
loose=a and(b or c)and not(d)and exists r.e
signs=-(-1)+(-x)
comparisons=r._value>=1 and r.host=~/^a/ and r["a b"]!="${r.x} and ${string(v:r.y+1)}"
members=(r).a["b c"][0]["d"](x:1).e
call=f(a:1,b:[1,2],c:{d:1},e:(r)=>r)
shorthand=f(a,b)
choice=if a then b else if c then d else e
spread_choice=if a
then b else c
long_choice=if r._measurement == "temperature" and r._field == "celsius" then r._value * 9.0 / 5.0 + 32.0 else r._value
long_sum=first_of_the_long_names+second_of_the_long_names*third_of_the_long_names+fourth_of_the_long_names
text="several
  lines // no comment"
