// Lights the two sides of a statement together. Without this script the page is whole: numbers lead from one to the other.
"use strict";
(() => {
  const narrow = matchMedia("(max-width: 700px)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const PARTS = { s: "source", k: "cue", c: "content", d: "date" };
  const HOVER_PAUSE = 220; // ms that the pointer rests on a statement before the article moves to it
  const boards = [];
  let latest = null; // the board that keys go to

  class Board {
    constructor(article) {
      this.article = article;
      this.pane = article.querySelector(".pane");
      this.status = article.querySelector(".status");
      this.checkbox = article.querySelector(".show-unsure");
      this.items = new Map(); // number → its line in the list, in the list's order
      this.stretches = new Map(); // number → [[element, part], …] in the text
      this.badges = new Map(); // number → its first number in the text
      this.keys = new Map(); // element in the text → numbers, the innermost first
      for (const item of article.querySelectorAll(".item")) this.items.set(+item.dataset.n, item);
      for (const mark of article.querySelectorAll(".m[data-m]")) this.index(mark);
      for (const badge of article.querySelectorAll(".ref .num[id]")) this.badges.set(+badge.dataset.n, badge);
      this.pointed = this.pinned = this.who = this.timer = null;
      this.lit = [];
      this.makeFilter();
      this.sheet = this.makeSheet();
      this.listen();
    }

    index(mark) {
      const numbers = [];
      for (const key of mark.dataset.m.split(" ")) {
        const number = parseInt(key, 10);
        if (!number) continue;
        if (!this.stretches.has(number)) this.stretches.set(number, []);
        this.stretches.get(number).push([mark, PARTS[key.at(-1)]]);
        if (!numbers.includes(number)) numbers.push(number);
      }
      this.keys.set(mark, numbers);
    }

    // Which statements are there to see

    isShown(number) {
      const item = this.items.get(number);
      return Boolean(item) && !item.classList.contains("out") && !(item.querySelector(":scope > .card.unsure") && !this.checkbox?.checked);
    }

    shown() {
      return [...this.items.keys()].filter((number) => this.isShown(number));
    }

    numberAt(target) {
      const number = target.closest(".num[data-n], .item");
      if (number && this.article.contains(number)) return +number.dataset.n;
      const mark = target.closest(".m[data-m]");
      return this.keys.get(mark)?.find((found) => this.isShown(found)) ?? null;
    }

    // Light

    show() {
      const number = this.pinned ?? this.pointed;
      for (const undo of this.lit.splice(0)) undo();
      this.article.classList.toggle("has-pin", this.pinned !== null);
      const item = this.items.get(number);
      if (!item) return;
      const card = item.querySelector(":scope > .card");
      card.classList.add("lit");
      card.classList.toggle("pinned", this.pinned === number);
      this.lit.push(() => card.classList.remove("lit", "pinned"));
      for (const link of [this.badges.get(number), card.querySelector(".num")]) {
        link?.setAttribute("aria-current", "true");
        this.lit.push(() => link?.removeAttribute("aria-current"));
      }
      for (const [mark, part] of this.stretches.get(number) ?? []) {
        mark.dataset.lit = mark.dataset.lit ? `${mark.dataset.lit} ${part}` : part;
        this.lit.push(() => delete mark.dataset.lit);
      }
    }

    point(number) {
      if (this.pointed === number) return;
      this.pointed = number;
      this.show();
    }

    pin(number, { followed = true } = {}) {
      this.pinned = number;
      if (number !== null) latest = this;
      this.show();
      this.showSheet();
      if (number === null) return remember("");
      if (followed) {
        this.revealItem(number);
        this.revealText(number);
      }
      remember(`#${this.items.get(number).id}`);
    }

    // Scroll, only when needed

    revealText(number) {
      const marks = (this.stretches.get(number) ?? []).map(([mark]) => mark);
      const bottom = innerHeight - (this.sheet && !this.sheet.hidden ? this.sheet.offsetHeight : 0);
      const isSeen = (box) => box.height > 0 && box.top >= 8 && box.bottom <= bottom - 8;
      if (!marks.length || marks.some((mark) => [...mark.getClientRects()].some(isSeen))) return;
      const top = marks[0].getBoundingClientRect().top;
      scrollTo({ top: scrollY + top - bottom / 3, behavior: calm.matches ? "auto" : "smooth" });
    }

    revealItem(number) {
      if (narrow.matches) return;
      const card = this.items.get(number).querySelector(":scope > .card").getBoundingClientRect();
      const pane = this.pane.getBoundingClientRect();
      const height = Math.min(pane.height, innerHeight - pane.top);
      if (card.top >= pane.top && card.bottom <= pane.top + height) return;
      const top = this.pane.scrollTop + card.top - pane.top - Math.max(16, (height - card.height) / 3);
      this.pane.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
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
        const isTheirs = !line || item.dataset.who.split(" ").includes(line.dataset.place);
        item.classList.toggle("out", !isTheirs);
      }
      for (const [mark, numbers] of this.keys) {
        mark.classList.toggle("off", numbers.length > 0 && !numbers.some((number) => this.isShown(number)));
      }
      for (const ref of this.article.querySelectorAll(".ref")) {
        ref.classList.toggle("off", !this.isShown(+ref.firstElementChild.dataset.n));
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
      sheet.setAttribute("aria-label", "The statement");
      const bar = document.createElement("div");
      bar.className = "bar";
      const place = document.createElement("span");
      const make = (label, sign, act) => {
        const button = document.createElement("button");
        button.type = "button";
        button.setAttribute("aria-label", label);
        button.textContent = sign;
        button.addEventListener("click", act);
        return button;
      };
      bar.append(
        place,
        make("Previous statement", "↑", () => this.step(-1)),
        make("Next statement", "↓", () => this.step(1)),
        make("Close", "✕", () => this.letGo()),
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
      card.querySelector(".num").remove();
      const shown = this.shown();
      bar.firstElementChild.textContent = `${shown.indexOf(this.pinned) + 1} of ${shown.length}`;
      words.append(card);
      this.sheet.scrollTop = 0;
    }

    // Steps

    letGo() {
      if (this.pinned === null) return this.point(null);
      const link = this.sheet.contains(document.activeElement) ? this.badges.get(this.pinned) : null;
      this.pin(null);
      link?.focus({ preventScroll: true });
      this.point(null);
    }

    firstInSight() {
      const isBelow = (number) => (this.badges.get(number)?.getBoundingClientRect().top ?? -1) >= 0;
      return this.shown().find(isBelow) ?? this.shown()[0];
    }

    step(by) {
      const shown = this.shown();
      if (!shown.length) return;
      const here = shown.indexOf(this.pinned ?? this.pointed);
      const next = here < 0 ? this.firstInSight() : shown[Math.max(0, Math.min(shown.length - 1, here + by))];
      this.goTo(next);
    }

    goTo(number) {
      const isInSheet = this.sheet.contains(document.activeElement);
      const isInText = document.activeElement?.closest(".reading, .title");
      const inText = this.badges.get(number);
      const inList = this.items.get(number).querySelector(":scope > .card .num");
      if (this.pinned !== null || isInSheet) this.pin(number, { followed: false });
      if (!isInSheet) ((isInText || narrow.matches) && inText ? inText : inList).focus({ preventScroll: true });
      this.point(number);
      this.revealItem(number);
      this.revealText(number);
    }

    listen() {
      let at = "";
      const article = this.article;
      article.addEventListener("pointerover", (event) => {
        if (event.pointerType === "touch") return;
        const place = `${event.clientX} ${event.clientY}`;
        if (place === at) return; // the page moved, not the pointer
        at = place;
        const number = this.numberAt(event.target);
        clearTimeout(this.timer);
        this.point(number);
        if (number === null || this.pinned !== null) return;
        if (event.target.closest(".item")) this.timer = setTimeout(() => this.revealText(number), HOVER_PAUSE);
        else this.revealItem(number);
      });
      article.addEventListener("pointerleave", (event) => {
        clearTimeout(this.timer);
        if (event.pointerType !== "touch") this.point(null);
      });
      article.addEventListener("focusin", (event) => {
        latest = this;
        const link = event.target.closest(".num[data-n]");
        if (!link || !link.matches(":focus-visible")) return;
        const number = +link.dataset.n;
        this.point(number);
        if (link.closest(".item")) this.revealText(number);
        else this.revealItem(number);
      });
      article.addEventListener("focusout", (event) => {
        if (event.target.closest(".num[data-n]")) this.point(null);
      });
      article.addEventListener("click", (event) => {
        if (event.target.closest("button, summary, label, .sheet, .evidence, .address")) return;
        if (!event.target.closest(".num") && String(getSelection())) return; // someone selects words
        const number = this.numberAt(event.target);
        if (event.target.closest(".num")) event.preventDefault();
        if (number === null) {
          if (this.pinned !== null) this.letGo();
        } else if (number === this.pinned) {
          this.letGo();
        } else {
          this.pin(number);
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
    const number = target && +(target.closest(".item, .ref .num")?.dataset.n ?? 0);
    const board = number && boards.find((each) => each.article.contains(target));
    if (!board) return;
    if (!board.isShown(number) && board.checkbox) board.checkbox.checked = true;
    board.pin(number);
  }

  function boardInSight() {
    if (latest) return latest;
    return boards.find((board) => board.article.getBoundingClientRect().bottom > innerHeight / 3) ?? boards[0];
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !boards.length) return;
    const isOnNumber = event.target.closest?.(".num[data-n]");
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
