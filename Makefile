# make site   installs what is missing, builds the program, makes public/ from content/
# make test   installs what is missing, passes the tests
# The rest is for developers.

CONFIG ?= release
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
LIBRARIES = libcmark-dev libyaml-dev libssl-dev libarchive-dev libxml2-dev pkg-config

.PHONY: site test lint oracle deps completions man install clean

site: deps
	swift build -c $(CONFIG) --product jianbao
	@$(MAKE) --no-print-directory --silent completions man CONFIG=$(CONFIG)
	.build/$(CONFIG)/jianbao build

test: deps
	swift test

lint:
	swift format lint --strict -r --parallel Sources Tests Package.swift

# Recomputes every published figure with an independent program.
oracle: deps
	@python3 -c 'import yaml, openpyxl' 2>/dev/null || python3 -m pip install --quiet pyyaml openpyxl
	swift build -c $(CONFIG) --product jianbao
	.build/$(CONFIG)/jianbao build --quiet
	python3 Tests/Oracle/recompute.py content public/data/figures.csv --limit 20

deps:
	@pkg-config --exists libcmark yaml-0.1 libcrypto libarchive libxml-2.0 2>/dev/null || { \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(LIBRARIES); }

# Scripts for bash, zsh and fish, and jianbao(1), as the program itself writes them.
SHARE = .build/share
completions:
	install -d $(SHARE)
	.build/$(CONFIG)/jianbao --generate-completion-script bash > $(SHARE)/jianbao.bash
	.build/$(CONFIG)/jianbao --generate-completion-script zsh > $(SHARE)/_jianbao
	.build/$(CONFIG)/jianbao --generate-completion-script fish > $(SHARE)/jianbao.fish

man:
	install -d $(SHARE)
	.build/$(CONFIG)/jianbao help-man > $(SHARE)/jianbao.1

PREFIX ?= /usr/local
DATA = $(DESTDIR)$(PREFIX)/share
install: completions man
	install -d $(DESTDIR)$(PREFIX)/bin $(DATA)/jianbao/themes $(DATA)/man/man1 $(DATA)/bash-completion/completions \
	  $(DATA)/zsh/site-functions $(DATA)/fish/vendor_completions.d
	install -m 755 .build/$(CONFIG)/jianbao $(DESTDIR)$(PREFIX)/bin/jianbao
	cp -R themes/jianbao $(DATA)/jianbao/themes/
	install -m 644 $(SHARE)/jianbao.1 $(DATA)/man/man1/jianbao.1
	install -m 644 $(SHARE)/jianbao.bash $(DATA)/bash-completion/completions/jianbao
	install -m 644 $(SHARE)/_jianbao $(DATA)/zsh/site-functions/_jianbao
	install -m 644 $(SHARE)/jianbao.fish $(DATA)/fish/vendor_completions.d/jianbao.fish

clean:
	rm -rf .build public
