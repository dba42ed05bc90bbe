// The two families of the web application: their files, and a style sheet that names them.

import { createFontStack } from "@capsizecss/core";
import arial from "@capsizecss/metrics/arial";
import inter from "@capsizecss/metrics/inter";
import sourceSerif from "@capsizecss/metrics/sourceSerif4";
import times from "@capsizecss/metrics/timesNewRoman";
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

// `standIns` share the fallback's widths to the unit, so its measures hold for each of them.
const FAMILIES = [
  {
    family: "Record Serif",
    source: "source-serif-4",
    styles: ["normal", "italic"],
    weights: "200 900",
    metrics: sourceSerif,
    fallback: times,
    standIns: ["Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "LiberationSerif", "Tinos"],
  },
  {
    family: "Record Sans",
    source: "inter",
    styles: ["normal"],
    weights: "100 900",
    metrics: inter,
    fallback: arial,
    standIns: ["Arial", "ArialMT", "Liberation Sans", "LiberationSans", "Arimo"],
  },
];
const SUBSETS = ["latin-ext", "latin"]; // a browser looks at the last face first

export function buildFonts(folder) {
  const fonts = new URL("fonts/", folder);
  rmSync(fonts, { recursive: true, force: true });
  mkdirSync(fonts, { recursive: true });
  const written = [];
  const copy = (from, name) => {
    const to = new URL(name, fonts);
    copyFileSync(from, to);
    written.push({ name: `fonts/${name}`, bytes: statSync(to).size });
  };
  const faces = [];
  for (const one of FAMILIES) {
    const origin = `@fontsource-variable/${one.source}`;
    const ranges = JSON.parse(readFileSync(require.resolve(`${origin}/unicode.json`), "utf8"));
    copy(require.resolve(`${origin}/LICENSE`), `${one.source}-OFL.txt`);
    for (const style of one.styles) {
      for (const subset of SUBSETS) {
        const name = `${one.source}-${subset}-wght-${style}.woff2`;
        copy(require.resolve(`${origin}/files/${name}`), name);
        faces.push(showFace(one, style, name, ranges[subset]));
      }
    }
    faces.push(showFallback(one));
  }
  const sheet = `/* Written by assets/build.mjs: \`make assets\`. */\n\n${faces.join("\n")}`;
  writeFileSync(new URL("fonts.css", folder), sheet);
  written.push({ name: "fonts.css", bytes: Buffer.byteLength(sheet) });
  return written;
}

// "optional": a page is never drawn twice, first in one font and then in the other.
function showFace({ family, weights }, style, name, range) {
  return `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${weights};
  font-display: optional;
  src: url("fonts/${name}") format("woff2");
  unicode-range: ${range.replaceAll(",", ", ")};
}
`;
}

// A font that most machines have, brought to the measures of ours, so that lines break at the same words.
function showFallback({ family, metrics, fallback, standIns }) {
  const { fontFaces } = createFontStack([metrics, fallback], { fontFaceFormat: "styleObject" });
  const { ascentOverride, descentOverride, lineGapOverride, sizeAdjust } = fontFaces[0]["@font-face"];
  return `@font-face {
  font-family: "${family} Fallback";
  src: ${standIns.map((name) => `local("${name}")`).join(", ")};
  ascent-override: ${ascentOverride};
  descent-override: ${descentOverride};
  line-gap-override: ${lineGapOverride};
  size-adjust: ${sizeAdjust};
}
`;
}
