#!/usr/bin/env python3
"""Computes pinned vectors of the sampling contract (docs/methods/sampling-contract.md) apart from the C# code."""
M = (1 << 64) - 1
G = 0x9E3779B97F4A7C15


def mix(z):
    z &= M
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
    return z ^ (z >> 31)


def fnv1a(data):
    h = 0xCBF29CE484222325
    for b in data:
        h = ((h ^ b) * 0x100000001B3) & M
    return h


def number(seed, noise, path, step, purpose):
    a = mix(mix(mix(seed + G) + noise + 1) + path + 1)
    b = mix(mix(fnv1a(purpose.encode("utf-8"))) + (step + 1) * G)
    return mix(a + b)


for key in [(1, 1, 0, 0, "factors/trust:direction"), (1, 1, 1, 0, "factors/trust:direction"), (1, 2, 0, 0, "factors/trust:direction"),
            (1, 1, 0, 1, "factors/trust:direction"), (1, 1, 0, 0, "factors/trust:choice"), (2, 1, 0, 0, "events/x:happens"),
            (M, 50, 199, 119, "events/x:cause/near-miss.loss"), (42, 1, 99999, 39, "measures/größe:agree")]:
    print(f'        {{ {key[0]}, {key[1]}, {key[2]}, {key[3]}, "{key[4]}", {number(*key)} }},')


def four_bytes(seed, noise, path, step, purpose):
    """The number of 32 bits that a path uses in a step: byte j is that of the path in the word of its eight paths."""
    block = mix(mix(mix(seed + G) + noise + 1) + path // 64 + 1)
    a = mix(block + (path % 64 // 8 + 1) * G)
    b = mix(mix(fnv1a(purpose.encode("utf-8"))) + (step + 1) * G)
    result = 0
    for j in range(4):
        result = result << 8 | (mix(a + b + j * G) >> 8 * (path % 8)) & 255
    return result


for key in [(1, 1, 0, 0, "factors/trust:direction"), (1, 1, 77, 3, "factors/trust:choice"), (42, 7, 99999, 119, "measures/größe:agree")]:
    print(f'        bytes {key}: {four_bytes(*key)}')
