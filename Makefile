# The two commands of the README are `make demo` and `make test`; each works alone on a bare clone.
.PHONY: all demo test check check-all bench docs clean help

# Local tools first, so that every script runs on the pinned Node whatever the machine has.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)

BUILT := dist/.built
SOURCES := $(shell find src components build wit -type f) package.json package-lock.json

all: $(BUILT)

node_modules/.package-lock.json: package-lock.json
	npm ci --no-audit --no-fund --ignore-scripts

$(BUILT): node_modules/.package-lock.json $(SOURCES)
	npm run --silent build

demo: $(BUILT) ## a hostile skill denied, a trusted one served, a malicious Python skill scanned
	@bin/wasm-sandbox.js demo malicious
	@echo
	@bin/wasm-sandbox.js demo trusted
	@echo
	@bin/wasm-sandbox.js scan --format text --fail-on never examples/malicious-skills/environment-to-webhook

test: $(BUILT) ## the tests
	npm test

# Both build too, beside what needs no build.
check: node_modules/.package-lock.json ## the gate: types, lint, layers, unused code, tests
	npm run --silent check

check-all: node_modules/.package-lock.json ## the gate and every measured requirement
	npm run --silent check-all

bench: $(BUILT) ## measured ratios
	npm run --silent bench

docs: node_modules/.package-lock.json ## RULES.md, from the rules
	node build/rules-document.ts

clean:
	rm -rf dist

help:
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*##/\t/'
