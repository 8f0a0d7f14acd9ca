/**
 * Builds `out/page/verify.html`: one file that checks PDFs in a browser, made of the verifier's own code. The same sources give the same bytes, wherever
 * and whenever it is built. `electron-vite build` runs it; by itself it takes the path to write to. With `--record` it notes the page's SHA-256 in the docs.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const source = join(root, 'src/page')
/** Where the program looks for it. */
export const PAGE = join(root, 'out/page/verify.html')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** What browsers of the last years understand. pdf.js is taken in the form that brings along what they lack. */
const TARGET = ['chrome120', 'firefox121', 'safari17']

/** One script with all that it imports. */
async function bundle(entry, plugins) {
  const { output } = await build({
    configFile: false,
    root: source,
    logLevel: 'error',
    plugins,
    mode: 'production',
    // Whatever the environment says: what helps with looking for faults has paths of this machine in it.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { __VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: TARGET,
      rolldownOptions: { input: join(source, entry), output: { format: 'iife', codeSplitting: false } }
    }
  })
  const [script, ...others] = output.filter(({ type }) => type === 'chunk')
  if (!script || others.length > 0) throw new Error(`${entry} became ${others.length + 1} scripts instead of one.`)
  // What ends a script's element, or would hide its end, can stand in strings and expressions only, and there means the same.
  const text = script.code.replace(/<(?=\/script|script)/gi, '\\x3c').replaceAll('<!--', '\\x3c!--')
  return text.trim()
}

/** Gives the page the script of its thread as a text. */
function threadPlugin(script) {
  return {
    name: 'thread',
    resolveId: (id) => (id === 'virtual:thread' ? '\0thread' : null),
    load: (id) => (id === '\0thread' ? `export default ${JSON.stringify(script)}` : null)
  }
}

function hashOf(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** The page's text. */
export async function makePage() {
  const thread = await bundle('thread/thread.ts', [])
  const script = await bundle('main.tsx', [threadPlugin(thread)])
  const style = readFileSync(join(source, 'page.css'), 'utf8').trim()
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ')
  const notices = readFileSync(join(source, 'notices.txt'), 'utf8').trim()
  // The hashes are of what stands between the elements' tags, to the letter.
  const parts = {
    style: `<style>${style}</style>`,
    script: `<script>${script}</script>`,
    notices: `<!--\n${notices}\n-->`
  }
  const page = readFileSync(join(source, 'page.html'), 'utf8')
  return page
    .replace('@policy', policy)
    .replace('@version', version)
    .replace(/<!--@(style|script|notices)-->/g, (_, name) => parts[name])
}

/** Builds the page and writes it. Answers where it is, how many bytes it has, and its SHA-256. */
export async function writePage(target = PAGE) {
  const page = Buffer.from(await makePage())
  mkdirSync(dirname(target), { recursive: true })
  // Whole or not at all: others may be reading it.
  writeFileSync(`${target}.new`, page)
  renameSync(`${target}.new`, target)
  return { path: target, bytes: page.length, sha256: createHash('sha256').update(page).digest('hex') }
}

/** Where recipients find the page's SHA-256. */
export const RECORD = join(root, 'docs/verifier-sha256.md')

/** The page of the docs with the SHA-256 of this version's page. */
export function recordOf(sha256) {
  return `# The SHA-256 of the page that checks PDFs

Who builds this version from these sources gets this page, to the byte, wherever it is built: \`node scripts/build-page.mjs --record\` notes it here, and a test holds it
against the sources. [How to compare it](for-recipients.md).

| version | ${'SHA-256 of `verify.html`'.padEnd(64)} |
| ------- | ${'-'.repeat(64)} |
| ${version.padEnd(7)} | ${sha256} |
`
}

if (process.argv[1] === import.meta.filename) {
  const [target] = process.argv.slice(2).filter((each) => each !== '--record')
  const { path, bytes, sha256 } = await writePage(target)
  if (process.argv.includes('--record')) writeFileSync(RECORD, recordOf(sha256))
  console.log(`${path}: ${(bytes / 1e6).toFixed(2)} MB, SHA-256 ${sha256}`)
}
