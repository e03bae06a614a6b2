/**
 * Hosts and paths of widely known installers, whose documentation tells to pipe them into a shell. Whoever does not trust
 * one takes it off this list: a script from there is then reported like any other.
 */
export const KNOWN_INSTALLER =
  /https:\/\/(sh\.rustup\.rs|static\.rust-lang\.org\/|astral\.sh\/|bun\.(sh|com)\/install|deno\.land\/(x\/)?install|get\.docker\.com|install\.python-poetry\.org|get\.pnpm\.io\/install|raw\.githubusercontent\.com\/(nvm-sh\/nvm|Homebrew\/install|ohmyzsh\/ohmyzsh|rbenv\/|pyenv\/pyenv-installer|helm\/helm|foundry-rs\/|starship\/)|pyenv\.run|get\.volta\.sh|starship\.rs\/install|deb\.nodesource\.com\/|rpm\.nodesource\.com\/|get\.helm\.sh|sdk\.cloud\.google\.com|foundry\.paradigm\.xyz|get\.k3s\.io|ollama\.(com|ai)\/install|claude\.ai\/install|get\.sdkman\.io|mise\.(run|jdx\.dev)|nixos\.org\/nix\/install|install\.determinate\.systems|fnm\.vercel\.app\/install|get\.jetify\.com|devbox\.sh|cli\.github\.com\/packages|awscli\.amazonaws\.com\/|bootstrap\.pypa\.io\/|get\.opentofu\.org|fly\.io\/install|pixi\.sh\/install|micro\.mamba\.pm\/install|repo\.anaconda\.com\/miniconda|www\.getfleek\.com|tailscale\.com\/install|opencode\.ai\/install|cursor\.com\/install|(community\.)?chocolatey\.org\/install|get\.scoop\.sh|dot\.net\/|getcomposer\.org\/)/i;

/** The same, and places where code is kept under its owner's name: one can at least see whose it is, and what it was. */
export const ANSWERABLE_SOURCE = new RegExp(
  `${KNOWN_INSTALLER.source}|https:\\/\\/(raw\\.githubusercontent\\.com|github\\.com|gist\\.githubusercontent\\.com|gitlab\\.com|codeberg\\.org|bitbucket\\.org|objects\\.githubusercontent\\.com|github\\.io|aka\\.ms|dl\\.cloudsmith\\.io|packagecloud\\.io)\\/`,
  "i",
);
