// Writes what the web application shows and cannot make itself: the shapes of its map, and its fonts.
// Run by `make assets`; what it writes is committed, so that nobody needs Node.js to use onrecord.

import { buildFonts } from "./fonts.mjs";
import { buildWorld } from "./world.mjs";

const web = new URL("../src/onrecord/showing/web/", import.meta.url);
const written = [...buildFonts(new URL("static/", web)), ...buildWorld(new URL("world/", web))];
for (const { name, bytes } of written) console.log(`${name}  ${(bytes / 1000).toFixed(1)} kB`);
