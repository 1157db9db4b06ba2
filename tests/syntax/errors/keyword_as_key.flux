a = {if: 1}
b = f(import: 2)
c = r.then
