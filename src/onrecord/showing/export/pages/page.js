// Lights the two sides of a statement, a check, a condition, a dispute, an event, a name, a time, a place or a number together. Without this script the page is whole:
// links lead from one side to the other.
"use strict";
(() => {
  const narrow = matchMedia("(max-width: 700px)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const PARTS = { s: "source", k: "cue", c: "content", d: "date", h: "check", f: "condition", g: "then", x: "dispute", v: "event", w: "party", e: "entity", t: "time", p: "place", q: "quantity" };
  const KINDS = { s: "statement", h: "check", f: "condition", x: "dispute", v: "event", e: "name", t: "time", p: "place", q: "number" };
  const LINK = ".num[data-n], .told[data-n]";
  const HOVER_PAUSE = 220; // ms that the pointer rests on a statement before the article moves to it
  const kindOf = (key) => (key[0] in KINDS ? key[0] : "s"); // a row's key is "t3", a statement's "3"
  const boards = [];
  let latest = null; // the board that keys go to

  class Board {
    constructor(article) {
      this.article = article;
      this.pane = article.querySelector(".pane");
      this.status = article.querySelector(".status");
      this.checkbox = article.querySelector(".show-unsure");
      this.items = new Map(); // key → its line in the list, in the list's order
      this.stretches = new Map(); // key → [[element, part], …] in the text
      this.badges = new Map(); // a statement's key → its first number in the text
      this.keys = new Map(); // element in the text → keys, the innermost first
      for (const item of article.querySelectorAll(".item")) this.items.set(item.dataset.n, item);
      for (const mark of article.querySelectorAll(".m[data-m]")) this.index(mark);
      for (const badge of article.querySelectorAll(".ref .num[id]")) this.badges.set(badge.dataset.n, badge);
      this.pointed = this.pinned = this.who = this.timer = null;
      this.lit = [];
      this.makeFilter();
      this.makeSwitches();
      this.sheet = this.makeSheet();
      this.listen();
    }

    index(mark) {
      const keys = [];
      for (const told of mark.dataset.m.split(" ")) {
        const letter = told.at(-1);
        if (letter === "d") continue;
        const kind = { w: "v", g: "f" }[letter] ?? letter; // who is in an event, and what follows from a condition, is marked with it
        const key = "hfxvetpq".includes(kind) ? kind + told.slice(0, -1) : told.slice(0, -1);
        if (!this.stretches.has(key)) this.stretches.set(key, []);
        this.stretches.get(key).push([mark, PARTS[letter]]);
        if (!keys.includes(key)) keys.push(key);
      }
      this.keys.set(mark, keys);
    }

    // What is there to see

    isShown(key) {
      const item = this.items.get(key);
      return Boolean(item) && !item.classList.contains("out") && !(item.querySelector(":scope > .card.unsure") && !this.checkbox?.checked);
    }

    isMarked(key) {
      const kind = kindOf(key);
      return kind === "s" ? !this.article.classList.contains("hide-s") : this.article.classList.contains(`marks-${kind}`);
    }

    shown(kind = "s") {
      return [...this.items.keys()].filter((key) => kindOf(key) === kind && this.isShown(key));
    }

    keyAt(target) {
      const named = target.closest(`${LINK}, .item`);
      if (named && this.article.contains(named)) return named.dataset.n;
      const mark = target.closest(".m[data-m]");
      return this.keys.get(mark)?.find((key) => this.isShown(key) && this.isMarked(key)) ?? null;
    }

    // Light

    show() {
      const key = this.pinned ?? this.pointed;
      for (const undo of this.lit.splice(0)) undo();
      this.article.classList.toggle("has-pin", this.pinned !== null);
      const item = this.items.get(key);
      if (!item) return;
      const card = item.querySelector(":scope > .card");
      card.classList.add("lit");
      card.classList.toggle("pinned", this.pinned === key);
      this.lit.push(() => card.classList.remove("lit", "pinned"));
      for (const link of [this.badges.get(key), card.querySelector(LINK)]) {
        link?.setAttribute("aria-current", "true");
        this.lit.push(() => link?.removeAttribute("aria-current"));
      }
      for (const [mark, part] of this.stretches.get(key) ?? []) {
        mark.dataset.lit = mark.dataset.lit ? `${mark.dataset.lit} ${part}` : part;
        this.lit.push(() => delete mark.dataset.lit);
      }
    }

    point(key) {
      if (this.pointed === key) return;
      this.pointed = key;
      this.show();
    }

    pin(key, { followed = true } = {}) {
      this.pinned = key;
      if (key !== null) latest = this;
      this.show();
      this.showSheet();
      if (key === null) return remember("");
      if (followed) {
        this.revealItem(key);
        this.revealText(key);
      }
      remember(`#${this.items.get(key).id}`);
    }

    // Scroll, only when needed

    revealText(key) {
      const marks = (this.stretches.get(key) ?? []).filter(([, part]) => part !== "party" && part !== "then").map(([mark]) => mark);
      const bottom = innerHeight - (this.sheet && !this.sheet.hidden ? this.sheet.offsetHeight : 0);
      const isSeen = (box) => box.height > 0 && box.top >= 8 && box.bottom <= bottom - 8;
      if (!marks.length || marks.some((mark) => [...mark.getClientRects()].some(isSeen))) return;
      const top = marks[0].getBoundingClientRect().top;
      scrollTo({ top: scrollY + top - bottom / 3, behavior: calm.matches ? "auto" : "smooth" });
    }

    revealItem(key) {
      if (narrow.matches) return;
      const item = this.items.get(key);
      const fold = item.closest("details");
      if (fold) fold.open = true;
      const card = item.querySelector(":scope > .card").getBoundingClientRect();
      const pane = this.pane.getBoundingClientRect();
      const height = Math.min(pane.height, innerHeight - pane.top);
      const covered = this.pane.querySelector(".kinds")?.offsetHeight ?? 0;
      if (card.top >= pane.top + covered && card.bottom <= pane.top + height) return;
      const top = this.pane.scrollTop + card.top - pane.top - Math.max(16, (height - card.height) / 3);
      this.pane.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
    }

    // What is marked in the text

    makeSwitches() {
      const switches = this.article.querySelector(".switches");
      if (!switches) return;
      switches.hidden = false;
      for (const button of switches.querySelectorAll("button")) {
        button.addEventListener("click", () => this.mark(button.dataset.kind, button.getAttribute("aria-pressed") !== "true"));
      }
      for (const link of this.article.querySelectorAll(".kinds a[data-kind]")) {
        link.addEventListener("click", () => this.mark(link.dataset.kind, true));
      }
    }

    mark(kind, isOn) {
      this.article.querySelector(`.switches [data-kind="${kind}"]`).setAttribute("aria-pressed", String(isOn));
      if (kind === "s") this.article.classList.toggle("hide-s", !isOn);
      else this.article.classList.toggle(`marks-${kind}`, isOn);
    }

    // Who speaks

    makeFilter() {
      for (const line of this.article.querySelectorAll(".speakers li")) {
        const link = line.querySelector("a");
        const button = document.createElement("button");
        button.type = "button";
        button.setAttribute("aria-pressed", "false");
        const name = document.createElement("span");
        name.className = "name";
        name.textContent = name.title = link.textContent;
        button.append(name, " ", line.querySelector(".count"));
        button.addEventListener("click", () => this.filter(this.who === line ? null : line));
        line.replaceChildren(button);
      }
    }

    filter(line) {
      this.who?.querySelector("button").setAttribute("aria-pressed", "false");
      line?.querySelector("button").setAttribute("aria-pressed", "true");
      this.who = line;
      for (const item of this.items.values()) {
        if (item.matches(".row")) continue;
        const isTheirs = !line || item.dataset.who.split(" ").includes(line.dataset.place);
        item.classList.toggle("out", !isTheirs);
      }
      for (const [mark, keys] of this.keys) {
        const said = keys.filter((key) => kindOf(key) === "s");
        mark.classList.toggle("off", said.length > 0 && !said.some((key) => this.isShown(key)));
      }
      for (const ref of this.article.querySelectorAll(".ref")) {
        ref.classList.toggle("off", !this.isShown(ref.firstElementChild.dataset.n));
      }
      if (this.pinned !== null && !this.isShown(this.pinned)) this.pin(null);
      this.pointed = null;
      this.show();
      this.tellFilter();
    }

    tellFilter() {
      this.status.replaceChildren();
      if (!this.who) return;
      const name = this.who.querySelector(".name").textContent;
      const all = document.createElement("button");
      all.type = "button";
      all.textContent = "Show all";
      all.addEventListener("click", () => {
        const button = this.who.querySelector("button");
        this.filter(null);
        button.focus();
      });
      const count = this.shown().length;
      this.status.append(`${count} ${count === 1 ? "statement" : "statements"} of ${name}. `, all);
    }

    // The sheet on a phone

    makeSheet() {
      const sheet = document.createElement("section");
      sheet.className = "sheet";
      sheet.hidden = true;
      const bar = document.createElement("div");
      bar.className = "bar";
      const place = document.createElement("span");
      const make = (sign, act) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = sign;
        button.addEventListener("click", act);
        return button;
      };
      bar.append(
        place,
        make("↑", () => this.step(-1)),
        make("↓", () => this.step(1)),
        make("✕", () => this.letGo()),
      );
      const words = document.createElement("div");
      words.setAttribute("aria-live", "polite");
      sheet.append(bar, words);
      this.article.append(sheet);
      return sheet;
    }

    showSheet() {
      const isOpen = this.pinned !== null && narrow.matches;
      const [bar, words] = this.sheet.children;
      this.sheet.hidden = !isOpen;
      document.documentElement.classList.toggle("has-sheet", isOpen);
      words.replaceChildren();
      if (!isOpen) return;
      const card = this.items.get(this.pinned).querySelector(":scope > .card").cloneNode(true);
      for (const named of card.querySelectorAll("[id]")) named.removeAttribute("id");
      card.querySelector(".num")?.remove();
      const kind = kindOf(this.pinned);
      const shown = this.shown(kind);
      this.sheet.setAttribute("aria-label", `The ${KINDS[kind]}`);
      const labels = [`Previous ${KINDS[kind]}`, `Next ${KINDS[kind]}`, "Close"];
      for (const [place, button] of bar.querySelectorAll("button").entries()) button.setAttribute("aria-label", labels[place]);
      bar.firstElementChild.textContent = `${shown.indexOf(this.pinned) + 1} of ${shown.length}`;
      words.append(card);
      this.sheet.scrollTop = 0;
    }

    // Steps

    letGo() {
      if (this.pinned === null) return this.point(null);
      const link = this.sheet.contains(document.activeElement) ? this.badges.get(this.pinned) ?? this.linkTo(this.pinned) : null;
      this.pin(null);
      link?.focus({ preventScroll: true });
      this.point(null);
    }

    linkTo(key) {
      return this.items.get(key).querySelector(`:scope > .card :is(${LINK})`);
    }

    firstInSight() {
      const isBelow = (key) => (this.badges.get(key)?.getBoundingClientRect().top ?? -1) >= 0;
      return this.shown().find(isBelow) ?? this.shown()[0];
    }

    step(by) {
      const from = this.pinned ?? this.pointed;
      const shown = this.shown(from === null ? "s" : kindOf(from));
      if (!shown.length) return;
      const here = shown.indexOf(from);
      const next = here < 0 ? this.firstInSight() : shown[Math.max(0, Math.min(shown.length - 1, here + by))];
      this.goTo(next);
    }

    goTo(key) {
      const isInSheet = this.sheet.contains(document.activeElement);
      const isInText = document.activeElement?.closest(".reading, .title");
      const inText = this.badges.get(key);
      const inList = this.linkTo(key);
      if (this.pinned !== null || isInSheet) this.pin(key, { followed: false });
      if (!narrow.matches) this.revealItem(key); // a fold must be open before anything in it can have the focus
      if (!isInSheet) ((isInText || narrow.matches) && inText ? inText : inList)?.focus({ preventScroll: true });
      this.point(key);
      this.revealText(key);
    }

    listen() {
      let at = "";
      const article = this.article;
      article.addEventListener("pointerover", (event) => {
        if (event.pointerType === "touch") return;
        const place = `${event.clientX} ${event.clientY}`;
        if (place === at) return; // the page moved, not the pointer
        at = place;
        const key = this.keyAt(event.target);
        clearTimeout(this.timer);
        this.point(key);
        if (key === null || this.pinned !== null) return;
        // The list moves at once from statement to statement, but not from list to list on the way.
        if (event.target.closest(".item")) this.timer = setTimeout(() => this.revealText(key), HOVER_PAUSE);
        else if (kindOf(key) === "s") this.revealItem(key);
        else this.timer = setTimeout(() => this.revealItem(key), HOVER_PAUSE);
      });
      article.addEventListener("pointerleave", (event) => {
        clearTimeout(this.timer);
        if (event.pointerType !== "touch") this.point(null);
      });
      article.addEventListener("focusin", (event) => {
        latest = this;
        const link = event.target.closest(LINK);
        if (!link || !link.matches(":focus-visible")) return;
        const key = link.dataset.n;
        this.point(key);
        if (link.closest(".item")) this.revealText(key);
        else this.revealItem(key);
      });
      article.addEventListener("focusout", (event) => {
        if (event.target.closest(LINK)) this.point(null);
      });
      article.addEventListener("click", (event) => {
        if (event.target.closest("button, summary, label, .sheet, .kinds, .evidence, .address, .entry")) return;
        if (!event.target.closest(LINK) && String(getSelection())) return; // someone selects words
        const key = this.keyAt(event.target);
        if (event.target.closest(LINK)) event.preventDefault();
        if (key === null) {
          if (this.pinned !== null) this.letGo();
        } else if (key === this.pinned) {
          this.letGo();
        } else {
          this.pin(key);
        }
      });
      this.checkbox?.addEventListener("change", () => {
        if (this.pinned !== null && !this.isShown(this.pinned)) this.pin(null);
        this.filter(this.who);
      });
    }
  }

  function remember(hash) {
    try {
      history.replaceState(null, "", hash || location.pathname + location.search);
    } catch {
      // a page inside a notebook has no address of its own
    }
  }

  function pinFromAddress() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const row = target && target.matches(".anchor") && document.getElementById(target.id.replace(/-words$/, ""));
    const key = target && (row || target).closest(".item, .ref .num")?.dataset.n;
    const board = key && boards.find((each) => each.article.contains(target));
    if (!board) return;
    if (!board.isShown(key) && board.checkbox) board.checkbox.checked = true;
    board.pin(key);
  }

  function boardInSight() {
    if (latest) return latest;
    return boards.find((board) => board.article.getBoundingClientRect().bottom > innerHeight / 3) ?? boards[0];
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !boards.length) return;
    const isOnNumber = event.target.closest?.(LINK);
    const by = { j: 1, k: -1 }[event.key] ?? (isOnNumber ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined);
    if (by) {
      event.preventDefault();
      boardInSight().step(by);
    } else if (event.key === "Escape") {
      for (const board of boards) board.letGo();
    }
  });
  addEventListener("hashchange", pinFromAddress);
  narrow.addEventListener("change", () => boards.forEach((board) => board.showSheet()));

  document.documentElement.classList.add("scripted");
  for (const article of document.querySelectorAll("article[data-prefix]")) boards.push(new Board(article));
  for (const keys of document.querySelectorAll(".keys")) keys.hidden = false;
  pinFromAddress();
  addEventListener("load", () => setTimeout(pinFromAddress)); // the browser has scrolled to the address by then
})();
