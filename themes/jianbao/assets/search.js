// Finds words in the site's pages. The index is made by the program (Sources/Search) as scripts that call
// jianbao(name, content), so that it is read from a disk as well as from a server. Nothing is sent anywhere.
(function () {
  "use strict";

  // ---- folding: as Sources/Search/Folding/Folding.swift does it ----
  const separators = new Set("!\"'(),:;<>?[\\]`{|}~、。〃〈〉《》「」『』【】〔〕〖〗‘’“”—–·•・");
  const isSeparator = (c) => separators.has(c) || /\s/u.test(c) || c <= " ";
  const isNarrow = (c) => (c >= "0" && c <= "9") || (c >= "a" && c <= "z");
  const fold = (text) => Array.from(text.normalize("NFKC"), (c) => c.toLowerCase()).join("");

  /** The runs of characters between separators, each as an array of characters. */
  function terms(query) {
    const found = new Map();
    let run = [];
    for (const c of [...fold(query), " "]) {
      if (!isSeparator(c)) {
        run.push(c);
      } else if (run.length) {
        found.set(run.join(""), run);
        run = [];
      }
    }
    return [...found.values()].slice(0, 8);
  }

  /** Keys that together hold every character of a term; a prefix stands for all keys that begin with it. */
  function cover(term) {
    const size = (i) => (isNarrow(term[i]) && isNarrow(term[i + 1] || "") ? 3 : 2);
    const keys = [];
    const n = term.length;
    let i = 0;
    while (i < n) {
      if (i + size(i) <= n) {
        keys.push({ key: term.slice(i, i + size(i)).join(""), offset: i });
        i += size(i);
        continue;
      }
      const exact = [n - 2, n - 3].find((j) => j >= 0 && j + size(j) === n);
      if (exact !== undefined) {
        keys.push({ key: term.slice(exact).join(""), offset: exact });
      } else {
        const from = n >= 2 && isNarrow(term[n - 1]) && isNarrow(term[n - 2]) ? n - 2 : n - 1;
        keys.push({ key: term.slice(from).join(""), offset: from, isPrefix: true });
      }
      break;
    }
    return keys;
  }

  // ---- the index ----
  const form = document.querySelector("form.seek");
  const input = form.querySelector("input");
  const status = document.querySelector(".found");
  const hits = document.querySelector(".hits");
  const without = document.querySelector(".without");
  const say = form.dataset;

  const arrivals = new Map();
  const loads = new Map();
  window.jianbao = (name, content) => {
    const arrive = arrivals.get(name);
    arrivals.delete(name);
    if (arrive) arrive(content);
  };

  function load(name) {
    if (loads.has(name)) return loads.get(name);
    const promise = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = say.folder + (name === "index" ? name : name[0] + "/" + name.slice(1)) + ".js";
      const fail = () => {
        loads.delete(name);
        reject(new Error(name));
      };
      script.onerror = fail;
      script.onload = () => {
        script.remove();
        if (arrivals.delete(name)) fail();
      };
      arrivals.set(name, resolve);
      document.head.append(script);
    });
    loads.set(name, promise);
    return promise;
  }

  /** Numbers in base 46, the lowest digit first. */
  function numbers(text) {
    const list = [];
    let value = 0;
    let power = 1;
    for (let i = 0; i < text.length; i += 1) {
      let digit = text.charCodeAt(i) - 32;
      digit -= (digit > 2) + (digit > 60) + (digit > 92);
      value += (digit % 46) * power;
      power *= 46;
      if (digit < 46) {
        list.push(value);
        value = 0;
        power = 1;
      }
    }
    return list;
  }

  const sums = (list) => {
    let sum = 0;
    return list.map((step) => (sum += step));
  };
  const names = (text) => text.match(/.{7}/g) || [];

  let whole;
  function index() {
    whole = whole || load("index").then((raw) => {
      const sizes = numbers(raw.pages);
      const [starts, titles, chunks] = [[0], [], [0]];
      for (let i = 0; i < sizes.length; i += 2) {
        titles.push(sizes[i]);
        starts.push(starts[starts.length - 1] + sizes[i] + sizes[i + 1] + 2);
        chunks.push(chunks[chunks.length - 1] + Math.max(1, Math.ceil(sizes[i + 1] / raw.chunk)));
      }
      return {
        starts, titles, chunks, size: raw.chunk, shortened: raw.shortened, texts: names(raw.chunks),
        keys: raw.keys === "" ? [] : raw.keys.split("|"), shards: names(raw.shards), places: names(raw.places),
      };
    });
    whole.catch(() => { whole = undefined; });
    return whole;
  }

  /** Compares by code points, as the keys are sorted. */
  function compare(left, right) {
    const [a, b] = [Array.from(left), Array.from(right)];
    for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
      if (a[i] !== b[i]) return a[i].codePointAt(0) - b[i].codePointAt(0);
    }
    return a.length - b.length;
  }

  /** How many items of a sorted list are not above a limit. */
  function countUpTo(list, isAbove) {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAbove(list[middle])) high = middle; else low = middle + 1;
    }
    return low;
  }

  const tables = new Map();
  async function shard(name) {
    const content = await load(name);
    if (!tables.has(name)) tables.set(name, content.split("|").map((entry) => entry.split("\t")));
    return tables.get(name);
  }

  /** Where a key stands, and in which files of places. */
  async function postings(site, { key, isPrefix }) {
    const first = Math.max(0, countUpTo(site.keys, (other) => compare(other, key) > 0) - 1);
    const last = isPrefix
      ? countUpTo(site.keys, (other) => !other.startsWith(key) && compare(other, key) > 0) : first + 1;
    const shards = await Promise.all(site.shards.slice(first, last).map(shard));
    const found = shards.flatMap((entries) =>
      entries.filter((entry) => (isPrefix ? entry[0].startsWith(key) : entry[0] === key)));
    const join = (field) => {
      const lists = found.filter((entry) => entry[field]).map((entry) => sums(numbers(entry[field])));
      return lists.length === 1 ? lists[0] : lists.flat().sort((a, b) => a - b);
    };
    return { texts: join(1), places: [...new Set(join(2))] };
  }

  /** What two sorted lists share. */
  function shared(left, right) {
    const list = [];
    for (let i = 0, j = 0; i < left.length && j < right.length;) {
      if (left[i] === right[j]) list.push(left[i]);
      if (left[i] <= right[j]) i += 1; else j += 1;
    }
    return list;
  }

  /** A term's positions in all texts, and the files of places that may have it. */
  async function find(site, term) {
    const keys = cover(term);
    const lists = await Promise.all(keys.map((key) => postings(site, key)));
    const starts = lists.map((list, i) => list.texts.map((position) => position - keys[i].offset));
    return { texts: starts.reduce(shared), places: lists.map((list) => list.places).reduce(shared) };
  }

  /** Pages with every term: those with more of them in the title first, then by count, then the newest. */
  function rank(site, found) {
    const pages = new Map();
    found.forEach((term, number) => {
      let page = 0;
      for (const position of term.texts) {
        while (site.starts[page + 1] <= position) page += 1;
        const hit = pages.get(page) || { page, terms: 0, titles: 0, count: 0, last: -1, inTitle: -1, at: -1 };
        if (hit.last !== number) hit.terms += 1;
        hit.last = number;
        hit.count += 1;
        const offset = position - site.starts[page] - site.titles[page] - 1;
        if (offset < 0 && hit.inTitle !== number) {
          hit.titles += 1;
          hit.inTitle = number;
        }
        if (offset >= 0 && hit.at < 0) hit.at = offset;
        pages.set(page, hit);
      }
    });
    return [...pages.values()].filter((hit) => hit.terms === found.length)
      .sort((a, b) => b.titles - a.titles || b.count - a.count || b.page - a.page);
  }

  // ---- what is shown ----
  function element(name, className, text) {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  /** A text folded, with the place in the text of each unit of the folded form. */
  function mapped(text) {
    let folded = "";
    let end = 0;
    const places = [];
    for (const [cluster] of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
      const part = fold(cluster);
      for (let i = 0; i < part.length; i += 1) places.push(end);
      folded += part;
      end += cluster.length;
    }
    places.push(text.length);
    return { folded, places };
  }

  /** The parts of a text that match a term, from first to last, none over another. */
  function matches(text, words) {
    const { folded, places } = mapped(text);
    const found = [];
    for (const word of words) {
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        let end = at + word.length;
        while (end < places.length - 1 && places[end] === places[end - 1]) end += 1;
        found.push([places[at], places[end]]);
      }
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const joined = [];
    for (const [from, to] of found) {
      const last = joined[joined.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to); else joined.push([from, to]);
    }
    return joined;
  }

  function mark(node, text, words, from = 0, to = text.length) {
    let at = from;
    for (const [start, end] of matches(text, words)) {
      if (end <= from || start >= to) continue;
      node.append(text.slice(at, Math.max(start, from)), element("mark", "", text.slice(Math.max(start, from), end)));
      at = end;
    }
    if (at < to) node.append(text.slice(at, to));
  }

  /** Some words around the first match, or the beginning. */
  function context(node, text, words, isFirst, isLast) {
    const plain = text.replace(/\n/g, " ");
    const first = matches(plain, words)[0];
    const isWide = /[\u2E80-\uFFEF]/.test(plain.slice(first ? first[0] : 0).slice(0, 40));
    const [before, length] = isWide ? [24, 86] : [50, 180];
    let from = Math.max(0, Math.min(first ? first[0] - before : 0, plain.length - length));
    let to = Math.min(plain.length, from + length);
    if (/[\uDC00-\uDFFF]/.test(plain.charAt(from))) from += 1;
    if (/[\uDC00-\uDFFF]/.test(plain.charAt(to))) to += 1;
    if (from > 0 || !isFirst) node.append("…");
    mark(node, plain, words, from, to);
    if (to < plain.length || !isLast) node.append("…");
  }

  const hrefOf = (address) => say.root + address.split("/").map(encodeURIComponent).join("/");

  function placeItem([name, address, within], words) {
    const item = element("li", "place-hit");
    const link = element("a");
    link.href = hrefOf(address);
    mark(link, name, words);
    item.append(link);
    if (within) item.append(" ", element("small", "", within));
    return item;
  }

  async function fillPage(item, site, hit, words) {
    const first = site.chunks[hit.page];
    const count = site.chunks[hit.page + 1] - first;
    const number = Math.min(count - 1, Math.max(0, Math.floor(hit.at / site.size)));
    const [title, address, kind, place, date, text] = await load(site.texts[first + number]);
    const link = element("a");
    link.href = hrefOf(address);
    mark(link, title, words);
    const heading = element("h3");
    heading.append(link);
    const about = element("p", "by");
    for (const part of [kind, place, date]) if (part) about.append(element("span", "", part), " ");
    const snippet = element("p", "cut");
    context(snippet, text, words, number === 0, number === count - 1);
    item.replaceChildren(heading, about, snippet);
  }

  /** A list that shows some more of its items each time it is asked. */
  function section(title, className, size, make, isDone) {
    const node = element("section", "sec " + className);
    const list = element("ul");
    const more = element("button", "more", say.more);
    more.type = "button";
    node.append(element("h2", "", title), list, more);
    const grow = async () => {
      const start = list.children.length;
      const items = await make(start, size);
      list.append(...items);
      more.hidden = isDone(list.children.length);
      return items[0];
    };
    more.addEventListener("click", async () => {
      const first = await grow().catch(fail);
      const link = first && first.querySelector("a");
      if (link) link.focus();
    });
    return { node, grow };
  }

  /** Places whose names have every term, read from as few files as it takes. */
  function placeSearch(site, files, words) {
    const rest = [...files];
    const found = [];
    return {
      found,
      isComplete: () => rest.length === 0,
      async read(count) {
        while (found.length < count && rest.length) {
          const content = await load(site.places[rest.shift() - 1]);
          for (let i = 0; i < content.length; i += 3) {
            const name = fold(content[i]);
            if (words.every((word) => name.includes(word))) found.push(content.slice(i, i + 3));
          }
        }
        return found;
      },
    };
  }

  const fill = (text, count, query) => text.replace("{count}", count).replace("{query}", () => query);
  let turn = 0;
  let asked = "";

  function fail() {
    status.textContent = say.failed;
    without.hidden = false;
  }

  async function search(query) {
    const mine = ++turn;
    const wanted = terms(query);
    asked = query;
    if (!wanted.length) {
      status.textContent = "";
      hits.replaceChildren();
      without.hidden = false;
      return;
    }
    status.textContent = say.working;
    try {
      const site = await index();
      const found = site.keys.length ? await Promise.all(wanted.map((term) => find(site, term))) : [];
      if (mine !== turn) return;
      const words = wanted.map((term) => term.join(""));
      const pages = found.length ? rank(site, found) : [];
      const files = found.length ? found.map((term) => term.places).reduce(shared) : [];
      const places = placeSearch(site, files, words);
      // One more than is shown tells whether there are more.
      await places.read(6);
      if (mine !== turn) return;
      await show(site, pages, places, words, query, mine);
    } catch (error) {
      if (mine === turn) fail();
    }
  }

  async function show(site, pages, places, words, query, mine) {
    const sections = [];
    if (places.found.length) {
      sections.push(section(say.places, "place-hits", 5, async (start, size) => {
        await places.read(start + size + 1);
        return places.found.slice(start, start + size).map((place) => placeItem(place, words));
      }, (count) => count >= places.found.length && places.isComplete()));
    }
    if (pages.length) {
      sections.push(section(say.texts, "page-hits", 10, async (start, size) =>
        pages.slice(start, start + size).map((hit) => {
          const item = element("li");
          fillPage(item, site, hit, words).catch(fail);
          return item;
        }), (count) => count >= pages.length));
    }
    await Promise.all(sections.map((part) => part.grow()));
    if (mine !== turn) return;
    hits.replaceChildren(...sections.map((part) => part.node));
    const parts = [];
    if (places.found.length) {
      parts.push(fill(places.isComplete() ? say.foundPlaces : say.foundPlacesMore, places.found.length));
    }
    if (pages.length) parts.unshift(fill(say.found, pages.length));
    let text = parts.length ? parts.join(say.comma) : fill(say.none, 0, query.trim());
    if (site.shortened) text += " " + fill(say.shortened, site.shortened);
    status.textContent = text;
    without.hidden = parts.length > 0;
  }

  // ---- typing, keys and the address ----
  const fromAddress = () => {
    try {
      return decodeURIComponent((/^#q=(.*)$/.exec(location.hash) || ["", ""])[1]);
    } catch (error) {
      return "";
    }
  };
  function toAddress(query) {
    const hash = query.trim() ? "#q=" + encodeURIComponent(query.trim()) : "#";
    if (location.hash !== hash && (hash !== "#" || location.hash)) history.replaceState(null, "", hash);
  }

  let timer;
  function run(delay) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (input.value === asked) return;
      toAddress(input.value);
      search(input.value);
    }, delay);
  }
  input.addEventListener("input", (event) => { if (!event.isComposing) run(180); });
  input.addEventListener("compositionend", () => run(0));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    asked = null;
    run(0);
  });
  window.addEventListener("hashchange", () => {
    if (fromAddress() === input.value.trim()) return;
    input.value = fromAddress();
    run(0);
  });

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target === input;
    if (event.key === "/" && !isTyping) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (event.key === "Escape") {
      input.value = "";
      input.focus();
      run(0);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const links = [input, ...hits.querySelectorAll("a, button:not([hidden])")];
      const at = links.indexOf(document.activeElement);
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (at < 0 || next < 0 || next >= links.length) return;
      event.preventDefault();
      links[next].focus();
    }
  });

  index().catch(fail);
  if (fromAddress()) {
    input.value = fromAddress();
    without.hidden = true;
    run(0);
  } else if (matchMedia("(hover: hover)").matches) {
    input.focus({ preventScroll: true });
  }
})();
