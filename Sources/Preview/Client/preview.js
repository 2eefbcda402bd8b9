// Stands in served pages only: reloads the page when it changed, and shows what is wrong over it.
(() => {
  "use strict";
  const version = document.currentScript.dataset.version;
  const scrollKey = "jianbao scroll " + location.pathname;
  const hiddenKey = "jianbao hidden";
  let source = null;
  let leaving = false;
  let timer = 0;
  let host = null;
  let shown = "";

  function remember(key, value) {
    try { sessionStorage.setItem(key, value); } catch { /* private windows have no store */ }
  }
  function recall(key) {
    try { return sessionStorage.getItem(key); } catch { return null; }
  }

  // The place on the page survives the reload.
  const saved = recall(scrollKey);
  if (saved !== null) {
    try { sessionStorage.removeItem(scrollKey); } catch { /* as above */ }
    const [x, y] = saved.split(" ").map(Number);
    const restore = () => scrollTo({ left: x, top: y, behavior: "instant" });
    restore();
    if (document.readyState !== "complete") addEventListener("load", restore, { once: true });
  }

  function reload() {
    if (leaving) return;
    leaving = true;
    close();
    remember(scrollKey, scrollX + " " + scrollY);
    location.reload();
  }

  function open() {
    if (source || leaving) return;
    source = new EventSource("/_jianbao/events?page=" + encodeURIComponent(location.pathname));
    source.onmessage = (event) => {
      const news = JSON.parse(event.data);
      if (news.version !== version) reload(); else show(news);
    };
    source.onerror = () => {
      // The browser tries again by itself, but for an answer that is no stream.
      if (source && source.readyState === EventSource.CLOSED) {
        close();
        setTimeout(open, 1000);
      }
    };
  }
  function close() {
    if (source) source.close();
    source = null;
  }

  // A browser has six connections for one address: a tab that nobody looks at gives its own back.
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(close, 5000); else open();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);

  function element(name, className, text) {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  function finding(item) {
    const node = element("li", item.severity);
    const head = element("p", "head");
    head.append(element("b", "", item.label));
    if (item.place) head.append(element("code", "place", item.place));
    node.append(head, element("p", "message", item.message));
    if (item.text !== null) {
      const line = element("pre", "source");
      line.append(element("span", "number", item.line + " "));
      const characters = Array.from(item.text);
      const at = item.column === null ? -1 : item.column - 1;
      if (at >= 0 && at < characters.length) {
        line.append(characters.slice(0, at).join(""));
        line.append(element("mark", "", characters[at]), characters.slice(at + 1).join(""));
      } else {
        line.append(item.text);
      }
      node.append(line);
    }
    for (const text of item.advice) node.append(element("p", "advice", text));
    return node;
  }

  function show(news) {
    const all = JSON.stringify([news.items, news.summary]);
    if (all === shown) return;
    shown = all;
    if (host) host.remove();
    host = null;
    if (!news.items.length) return;
    host = document.createElement("jianbao-preview");
    host.lang = news.language;
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/_jianbao/preview.css";
    const kind = news.hasErrors ? "error" : "warning";
    const panel = element("section", "panel " + kind);
    panel.setAttribute("role", news.hasErrors ? "alert" : "status");
    panel.tabIndex = -1;
    const header = element("header");
    const title = element("div", "title");
    title.append(element("strong", "", news.summary));
    if (news.note) title.append(element("span", "", news.note));
    const hide = element("button", "hide", news.hide);
    hide.type = "button";
    header.append(title, hide);
    const list = element("ol");
    for (const item of news.items) list.append(finding(item));
    panel.append(header, list);
    const pill = element("button", "pill " + kind, news.summary);
    pill.type = "button";
    function turn(isOpen) {
      panel.hidden = !isOpen;
      pill.hidden = isOpen;
      pill.setAttribute("aria-expanded", String(isOpen));
    }
    // Errors stand open until they are put away; the same ones stay away after a reload.
    turn(news.hasErrors && recall(hiddenKey) !== all);
    function putAway() {
      remember(hiddenKey, all);
      turn(false);
      pill.focus();
    }
    hide.onclick = putAway;
    panel.onkeydown = (event) => { if (event.key === "Escape") putAway(); };
    pill.onclick = () => {
      remember(hiddenKey, "");
      turn(true);
      panel.focus();
    };
    root.append(style, panel, pill);
    document.body.append(host);
  }

  open();
})();
