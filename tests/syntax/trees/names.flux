größe = 1
_x1 = größe
日本 = {größe, ключ: _x1}
order = notx + andy - iffy + existsx
returned = imports
