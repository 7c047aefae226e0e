"""Values that the metric tests compare with, computed with numpy and torch, independently of the Java code.

usage: python3 golden.py ../../../../../main/resources/latentwilds/training/metric > golden.json
Needs numpy and torch; the tests read golden.json and need no Python.
"""
import json
import sys

import numpy as np
import torch


def fid(a, b):
    s, t = np.cov(a.T), np.cov(b.T)
    w, v = np.linalg.eigh(s)
    r = (v * np.sqrt(np.clip(w, 0, None))) @ v.T
    m = r @ t @ r
    e = np.linalg.eigvalsh((m + m.T) / 2)
    return ((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(s) + np.trace(t) - 2 * np.sqrt(np.clip(e, 0, None)).sum()


def kid(a, b):
    def kernel(x, y):
        return (x @ y.T / a.shape[1] + 1) ** 3

    n, m = len(a), len(b)
    aa, bb, ab = kernel(a, a), kernel(b, b), kernel(a, b)
    return (aa.sum() - np.trace(aa)) / (n * (n - 1)) + (bb.sum() - np.trace(bb)) / (m * (m - 1)) - 2 * ab.mean()


def kid_error(a, b):
    groups = min(20, len(a) // 2, len(b) // 2)
    left = [kid(a[np.arange(len(a)) % groups != g], b[np.arange(len(b)) % groups != g]) for g in range(groups)]
    return np.sqrt((groups - 1) / groups * ((np.array(left) - np.mean(left)) ** 2).sum())


def squared(a, b):
    return ((a[:, None] - b[None]) ** 2).sum(2)


def prdc(r, g, k=3):
    rr, gg = np.sort(squared(r, r), 1)[:, k], np.sort(squared(g, g), 1)[:, k]
    d = squared(r, g)
    return [(d <= rr[:, None]).any(0).mean(), (d <= gg[None]).any(1).mean(), (d < rr[:, None]).sum(0).mean() / k,
            (d.min(1) < rr).mean()]


def nearest_neighbour(r, g):
    x = np.concatenate([r, g])
    y = np.arange(len(x)) < len(r)
    d = squared(x, x)
    np.fill_diagonal(d, np.inf)
    return (y[d.argmin(1)] == y).mean()


def mann_whitney(a, b):
    u = sum((x > b).sum() + 0.5 * (x == b).sum() for x in a)
    n, m = len(a), len(b)
    return (u - n * m / 2) / np.sqrt(n * m * (n + m + 1) / 12)


def copying(fake, held, training, centres):
    """Meehan et al. 2020: weighted by held-out pictures, cells with fewer than 20 fakes left out."""
    fc, hc, tc = (squared(x, centres).argmin(1) for x in (fake, held, training))
    total, weight = 0, 0
    for cell in range(len(centres)):
        f, h, t = fake[fc == cell], held[hc == cell], training[tc == cell]
        if len(f) >= 20 and len(h) and len(t):
            total += len(h) * mann_whitney(np.sqrt(squared(f, t).min(1)), np.sqrt(squared(h, t).min(1)))
            weight += len(h)
    return total / weight, weight / len(held)


def inception_score(p):
    return np.exp((p * np.log(p / p.mean(0))).sum(1).mean())


def picture(side, seed, channels):
    y, x = np.mgrid[0:side, 0:side]
    return np.stack([(7 * x + 13 * y + 31 * c + x * y * (seed + 1)) % 256 for c in range(channels)], 2).astype(np.uint8)


def shown(image):
    """Alpha on mid grey, 8 bits, nearest neighbour to 128, [0, 1]."""
    value = image.astype(np.float64) / 255
    alpha = value[:, :, 3:] if image.shape[2] == 4 else np.ones(value.shape[:2] + (1,))
    rgb = np.floor((value[:, :, :3] * alpha + (1 - alpha) * 128 / 255) * 255 + 0.5) / 255
    side = len(image)
    index = ((np.arange(128) + 0.5) * side / 128).astype(int)
    return torch.tensor(rgb[index][:, index].transpose(2, 0, 1), dtype=torch.float32)


def main(networks):
    random = np.random.default_rng(5)
    real = random.normal(size=(40, 8)).round(4)
    fake = (0.7 * random.normal(size=(40, 8)) + 0.3).round(4)
    near, held = np.abs(random.normal(size=25)).round(3), np.abs(random.normal(1, 1, size=20)).round(3)
    near[:3] = held[:3]
    probabilities = random.dirichlet([0.5] * 4, size=12).round(4) + 1e-4
    probabilities /= probabilities.sum(1, keepdims=True)
    cloud = np.random.default_rng(7)
    centres = cloud.normal(0, 3, size=(4, 3)).round(4)
    scattered = [(centres[cloud.choice(4, size=n, p=p)] + cloud.normal(size=(n, 3))).round(4)
                 for n, p in ((90, [0.45, 0.35, 0.15, 0.05]), (60, [0.2, 0.5, 0.2, 0.1]), (80, [0.3, 0.3, 0.2, 0.2]))]
    images = [picture(32, 0, 3), picture(64, 1, 4), picture(128, 2, 3), picture(48, 3, 3)]
    x = torch.stack([shown(i) for i in images])
    torch.set_num_threads(1)
    with torch.no_grad():
        features = torch.jit.load(networks + "/inception768_u8.pt")(x)
        distances = torch.jit.load(networks + "/inception_lpips_u8.pt")(x, x.roll(1, 0))
    values = {
        "real": real.tolist(),
        "fake": fake.tolist(),
        "fid": fid(real, fake[:30]),
        "fidOfFew": fid(real[:6], fake[:7]),
        "kid": kid(real, fake[:30]),
        "kidError": kid_error(real, fake[:30]),
        "kidErrorOfFew": kid_error(real[:9], fake[:12]),
        "prdc": prdc(real, fake),
        "nearestNeighbour": nearest_neighbour(real, fake),
        "near": near.tolist(),
        "held": held.tolist(),
        "mannWhitney": mann_whitney(near, held),
        "percentile": np.percentile(held, 1),
        "centres": centres.tolist(),
        "scattered": [s.tolist() for s in scattered],
        "copyingInCells": copying(*scattered, centres),
        "probabilities": probabilities.tolist(),
        "inceptionScore": inception_score(probabilities),
        "features": [[round(v, 7) for v in row] for row in features[:, ::8].tolist()],
        "distances": distances.tolist(),
    }
    print("{%s}" % ",\n".join('"%s": %s' % (k, json.dumps(v)) for k, v in values.items()))


main(sys.argv[1])
