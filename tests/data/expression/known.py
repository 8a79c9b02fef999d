#!/usr/bin/env python3
"""Writes known.tsv: what expressions are worth, by Python's mpmath (apt: python3-mpmath), not by the engine.

Each line: the expression as the engine reads it, a tab, its value to 17 figures. Where Python spells a thing otherwise,
the second of the pair below says how.
"""
import pathlib
from mpmath import mp, mpf, mpmathify, nstr
import mpmath as m

mp.dps = 40
names = {k: getattr(m, k) for k in
         "sqrt exp sin cos tan asin acos atan atan2 sinh cosh tanh erf gamma factorial floor ceil cbrt hypot".split()}
names.update(ln=m.log, log=m.log, log10=m.log10, log2=lambda x: m.log(x, 2), pi=m.pi, e=m.e, abs=abs, min=min, max=max,
             choose=m.binomial, sign=m.sign,
             logistic=lambda x: 1 / (1 + m.exp(-x)), mod=lambda a, b: a - b * m.floor(a / b),
             normal=lambda x, mu=0, s=1: m.npdf(x, mu, s), normal_cdf=lambda x, mu=0, s=1: m.ncdf(x, mu, s),
             binomial=lambda k, n, p: m.binomial(n, k) * p**k * (1 - p)**(n - k),
             poisson=lambda k, mean: m.exp(-mean) * mean**k / m.factorial(k),
             total=lambda a, b, f: sum(f(mpf(i)) for i in range(a, b + 1)),
             prod=lambda a, b, f: m.fprod(f(mpf(i)) for i in range(a, b + 1)), x=mpf("0.7"), y=mpf("-2.3"), n=mpf(12))

pairs = """
1 + 2 * 3
(1 + 2) * 3
2 ^ 3 ^ 2 | 2 ** (3 ** 2)
-2 ^ 2 | -(2 ** 2)
2 ^ -3 | 2 ** -3
7 / 2 / 2
7 - 2 - 2
-7 % 12 | mod(mpf(-7), 12)
7 % -12 | mod(mpf(7), -12)
mod(17.5, 5)
1e3 + .5
1.5E-3
x ^ y | x ** y
sqrt(2)
cbrt(27.5)
exp(1.5) - e
ln(10)
log(10)
log(8, 2)
log10(1000.5)
log2(10)
sin(x) ^ 2 + cos(x) ^ 2 | sin(x) ** 2 + cos(x) ** 2
sin(1e5)
cos(pi / 3)
tan(1.5)
asin(x)
acos(x)
atan(y)
atan2(y, x)
atan2(-1, -1)
sinh(x)
cosh(y)
tanh(x)
hypot(3.5, 4.5)
abs(y) + sign(y)
min(x, y, 3) + max(x, y, n)
floor(y) + ceil(y)
erf(0.3)
erf(-2)
gamma(4.5)
gamma(0.1)
gamma(-1.5)
factorial(0)
factorial(20)
factorial(100)
choose(49, 6)
choose(1000, 3)
choose(60, 30)
normal(0.5)
normal(12, 10, 3)
normal_cdf(1.96)
normal_cdf(-3)
normal_cdf(12, 10, 3)
logistic(x)
logistic(-30)
binomial(3, 10, 0.3)
binomial(300, 2000, 0.15)
poisson(4, 2.5)
poisson(0, 0.1)
sum(i, 1, 100, i) | total(1, 100, lambda i: i)
sum(i, 1, 1000, 1 / i ^ 2) | total(1, 1000, lambda i: 1 / i ** 2)
product(i, 1, n, i / (i + x)) | prod(1, 12, lambda i: i / (i + x))
mean_of(i, 1, 9, i ^ 2) | total(1, 9, lambda i: i ** 2) / 9
sum(i, 1, 10, sum(j, 1, i, i * j)) | total(1, 10, lambda i: total(1, int(i), lambda j: i * j))
1 / sqrt((1 - x ^ 2) ^ 2 + (2 * 0.1 * x) ^ 2) | 1 / sqrt((1 - x ** 2) ** 2 + (2 * mpf("0.1") * x) ** 2)
log2(n + 1) * 0.15 + 0.2
0.38 * (1 - exp(-0.41 * n)) / (1 + 0.38 / 0.03 * exp(-0.41 * n))
(0.4 * x ^ -0.5 + 0.6 * n ^ -0.5) ^ (1 / -0.5) | (mpf("0.4") * x ** mpf("-0.5") + mpf("0.6") * n ** mpf("-0.5")) ** -2
""".strip().splitlines()


def exact(python):
    """Decimals are read as they are written, not as the nearest binary fraction."""
    import re
    return re.sub(r'(?<!["\w.])(\d+\.\d*(?:[eE][-+]?\d+)?|\.\d+|\d+[eE][-+]?\d+)(?!["\w])', r'mpf("\1")', python)


lines = []
for pair in pairs:
    ours, _, theirs = pair.partition(" | ")
    value = mpmathify(eval(exact(theirs or ours), names | {"mpf": mpf}))
    lines.append(f"{ours}\t{nstr(value, 17, min_fixed=-20, max_fixed=20)}")
pathlib.Path(__file__).with_name("known.tsv").write_text("\n".join(lines) + "\n")
