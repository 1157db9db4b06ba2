// A plus sign before a value changes nothing.
"${+1} ${+1.5} ${+uint(v: 3)} ${+1h} ${-(+2)}"
// expect: 1 1.5 3 1h -2
