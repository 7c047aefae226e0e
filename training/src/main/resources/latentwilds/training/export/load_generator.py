"""Rebuilds a Latent Wilds generator in PyTorch from the file that lies beside this one.

    generator = load("monsters.safetensors")
    noise = torch.randn(4, generator.spec["latentSize"], 1, 1)
    pictures = generator(noise)                                  # [4, channels, height, width], -1 to 1

A generator of several labels also takes a code, one per picture or, for ground, one per cell:

    pictures = generator(noise, generator.code(ancestry="orc", gender="female"))
    ground = generator(torch.randn(1, 16, 8, 8), generator.code(biome="grass").expand(-1, -1, 8, 8))

Where codes have accents (spec: condition.groups[].accents), they lean with the noise that a region shares, the first
regionSize channels; where labels have places in it, it is drawn around one of them.

    noise = generator.noise(1, 8, 8, biome="grass")
    ground = generator(noise, generator.code(noise, biome="grass"))

Where there are periods (spec: periods, in cells), the last four noise channels per period are waves, cosine and sine
of where a cell lies to the right and downwards; noise() has them, of a lattice that begins anywhere.

Colour of four-channel pictures is premultiplied by alpha. Needs PyTorch 1.13 or later, nothing else.
"""
import json
import math
import struct
import sys

import torch
from torch import nn
from torch.nn import functional

LAYERS = {
    "dense": lambda l, inputs: nn.ConvTranspose2d(inputs, l["outputs"], (l["height"], l["width"])),
    "upconv": lambda l, inputs: nn.ConvTranspose2d(inputs, l["outputs"], 4, 2, 1),
    "conv3x3": lambda l, inputs: nn.Conv2d(inputs, l["outputs"], 3, 1, 1),
}
ACTIVATIONS = {
    "none": nn.Identity,
    "relu": nn.ReLU,
    "leaky_relu": lambda: nn.LeakyReLU(0.2),
    "tanh": nn.Tanh,
}
TYPES = {"F32": torch.float32, "F16": torch.float16}


class Generator(nn.Sequential):
    """Layer, activation, layer, activation ..., and the table of codes of each label group."""

    def __init__(self, spec):
        groups = spec["condition"]["groups"]
        code_size = sum(group["codeSize"] for group in groups)
        modules = []
        for layer in spec["layers"]:
            inputs = layer["inputs"] + (code_size if layer["inject"] else 0)
            modules += [LAYERS[layer["op"]](layer, inputs), ACTIVATIONS[layer["activation"]]()]
        super().__init__(*modules)
        self.spec = spec
        self.groups = groups
        if groups:
            self.codes = nn.ModuleList(
                nn.Embedding(len(group["labels"]), group["codeSize"]) for group in groups)
        if any(group.get("accents") for group in groups):
            self.accents = nn.ParameterList(
                nn.Parameter(torch.zeros(len(group["labels"]), spec["regionSize"], group["codeSize"]))
                for group in groups)
        for g, group in enumerate(groups):
            if group.get("places"):
                count = sum(group["places"]["counts"])
                self.register_buffer(f"places_{g}", torch.zeros(count, spec["regionSize"]))

    def noise(self, n, rows=1, columns=1, **labels):
        """Noise of n places, [n, latentSize, rows, columns]."""
        noise = torch.randn(n, self.spec["latentSize"], rows, columns)
        shared = self.spec.get("regionSize", 0)
        region = torch.randn(n, shared, 1, 1)
        for g, group in enumerate(self.groups):
            if group.get("places"):
                counts = group["places"]["counts"]
                label = group["labels"].index(labels[group["name"]])
                if counts[label]:
                    rows_of = sum(counts[:label]) + torch.randint(counts[label], (n,))
                    middles = getattr(self, f"places_{g}")[rows_of].reshape(n, shared, 1, 1)
                    region = middles + group["places"]["spread"] * region
        noise[:, :shared] = region
        periods = self.spec.get("periods") or []
        first = noise.shape[1] - 4 * len(periods)
        for period in periods:
            for cells in (torch.arange(columns), torch.arange(rows).reshape(-1, 1)):
                angle = 2 * math.pi / period * (cells + torch.randint(period, (n, 1, 1)))
                noise[:, first], noise[:, first + 1] = angle.cos(), angle.sin()
                first += 2
        return noise

    def code(self, noise=None, **labels):
        """The code of one label per group, [1, codeSize, 1, 1], or [n, codeSize, rows, columns] with accents."""
        parts = []
        for g, (group, table) in enumerate(zip(self.groups, self.codes)):
            row = group["labels"].index(labels[group["name"]])
            part = table.weight[row].reshape(1, -1, 1, 1)
            if group.get("accents"):
                accent = self.accents[g][row]
                part = part + torch.einsum("nrhw,rc->nchw", noise[:, :len(accent)], accent)
            parts.append(part)
        return torch.cat(parts, 1)

    def forward(self, noise, code=None):
        """noise [n, latentSize, rows, columns] and code [n or 1, codeSize, rows, columns]."""
        x = noise
        for i, layer in enumerate(self.spec["layers"]):
            if layer["inject"] and self.groups:
                large = functional.interpolate(
                    code, size=x.shape[2:], mode="bilinear", align_corners=False)
                x = torch.cat([x, large.expand(x.shape[0], -1, -1, -1)], 1)
            x = self[2 * i + 1](self[2 * i](x))
        return x


def read(path):
    """The tensors and the metadata of a safetensors file."""
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = bytearray(file.read())
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        flat = torch.frombuffer(
            data, dtype=TYPES[entry["dtype"]],
            count=math.prod(entry["shape"]), offset=entry["data_offsets"][0])
        tensors[name] = flat.reshape(entry["shape"]).float()
    return tensors, metadata


def load(path):
    """The generator of a file that ./train export --format pytorch wrote."""
    tensors, metadata = read(path)
    generator = Generator(json.loads(metadata["spec"]))
    generator.load_state_dict(tensors)
    return generator.eval().requires_grad_(False)


if __name__ == "__main__":
    print(load(sys.argv[1] if len(sys.argv) > 1 else __file__[:-len("py")] + "safetensors"))
