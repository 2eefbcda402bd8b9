# make site   installs what is missing, builds the program, makes public/ from content/
# make test   installs what is missing, passes the tests
# The rest is for developers.

CONFIG ?= release
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
LIBRARIES = libcmark-dev libyaml-dev libssl-dev pkg-config

.PHONY: site test lint oracle deps install clean

site: deps
	swift build -c $(CONFIG) --product jianbao
	.build/$(CONFIG)/jianbao build

test: deps
	swift test

lint:
	swift format lint --strict -r --parallel Sources Tests Package.swift

# Recomputes every published figure with an independent program.
oracle: deps
	@python3 -c 'import yaml' 2>/dev/null || python3 -m pip install --quiet pyyaml
	swift build -c $(CONFIG) --product jianbao
	.build/$(CONFIG)/jianbao build --quiet
	python3 Tests/Oracle/recompute.py content public/data/figures.csv --limit 20

deps:
	@pkg-config --exists libcmark yaml-0.1 libcrypto 2>/dev/null || { \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(LIBRARIES); }

PREFIX ?= /usr/local
install:
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/jianbao/themes
	install -m 755 .build/release/jianbao $(DESTDIR)$(PREFIX)/bin/jianbao
	cp -R themes/jianbao $(DESTDIR)$(PREFIX)/share/jianbao/themes/

clean:
	rm -rf .build public
