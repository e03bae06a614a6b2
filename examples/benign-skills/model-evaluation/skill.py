"""Measure the accuracy of an image classifier."""

import argparse

import torch
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms


def load_model(weights, classes):
    model = models.resnet18(num_classes=classes)
    model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    model.eval()  # eval: no dropout, fixed statistics
    return model


@torch.no_grad()
def accuracy(model, batches):
    right = seen = 0
    for images, labels in batches:
        predicted = model(images).argmax(dim=1)
        right += int((predicted == labels).sum())
        seen += len(labels)
    return right / max(seen, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("data")
    options = parser.parse_args()
    prepare = transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor()])
    images = datasets.ImageFolder(options.data, prepare)
    model = load_model(options.weights, len(images.classes))
    print(f"accuracy {accuracy(model, DataLoader(images, batch_size=64)):.3%}")


if __name__ == "__main__":
    main()
