import math

a = 1
