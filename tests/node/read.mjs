// Prints as JSON what the makers' own readers find in a file: node read.mjs FOLDER-OF-NODE-MODULES mermaid|timelinejs FILE
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, format, file] = process.argv.slice(2);
const root = path.resolve(modules, "..");
const require = createRequire(path.join(root, "index.js"));
const { JSDOM } = require("jsdom");
const page = new JSDOM("<body></body>");
globalThis.window = page.window;
globalThis.document = page.window.document;
globalThis.getComputedStyle = page.window.getComputedStyle;
globalThis.DOMParser = page.window.DOMParser;
const content = fs.readFileSync(file, "utf8");

async function readMermaid() {
  const entry = path.join(modules, "mermaid", "dist", "mermaid.core.mjs");
  const mermaid = (await import(pathToFileURL(entry))).default;
  await mermaid.parse(content);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(content);
  return {
    nodes: Object.fromEntries([...db.getVertices()].map(([name, node]) => [name, node.text])),
    edges: db.getEdges().map((edge) => [edge.start, edge.end, edge.text]),
  };
}

async function readTimelineJS() {
  const esbuild = require("esbuild");
  const made = await esbuild.build({
    stdin: {
      contents: 'export { TimelineConfig } from "@knight-lab/timelinejs/src/js/core/TimelineConfig.js";',
      resolveDir: root,
    },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    logLevel: "error",
  });
  const bundle = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "timelinejs-")), "config.mjs");
  fs.writeFileSync(bundle, made.outputFiles[0].text);
  const { TimelineConfig } = await import(pathToFileURL(bundle));
  const config = new TimelineConfig(JSON.parse(content));
  config.validate();
  return {
    errors: config.messages.errors.map((error) => `${error.message ?? error}`),
    events: config.events.map((event) => ({
      id: event.unique_id,
      start: event.start_date.data.date_obj?.toDateString() ?? null,
      end: event.end_date?.data.date_obj?.toDateString() ?? null,
      headline: event.text.headline,
      text: event.text.text,
    })),
  };
}

const found = format === "mermaid" ? await readMermaid() : await readTimelineJS();
process.stdout.write(JSON.stringify(found));
