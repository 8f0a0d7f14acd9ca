import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { namesOfChunks } from './scripts/chunks.mjs'

/** Needed by most commands, by the window as it opens, or by every export: as parts of the bundle they load in a fraction of the time. */
const BUNDLED = [
  // Of the version that pdfkit asks for, which is another than the program's own.
  '@noble/hashes',
  'approx-string-match',
  'bidi-js',
  'commander',
  'diff',
  'fontkit',
  'linebreak',
  'lowdb',
  'pdfkit',
  'yauzl',
  'zod'
]

const PROFILE = "new URL('./data/sRGB_IEC61966_2_1.icc', import.meta.url)"

/** pdfkit looks for its colour profile beside itself, which is in its package still when its code is in the bundle. */
const findProfile: Plugin = {
  name: 'find-profile',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/pdfkit/js/pdfkit.node.mjs')) return null
    if (!code.includes(PROFILE)) throw new Error('pdfkit looks elsewhere for its colour profile')
    return {
      code: code.replace(PROFILE, PROFILE.replace('import.meta.url', "import.meta.resolve('pdfkit')")),
      map: null
    }
  }
}

/** The page for those who don't have the program is built along with it. */
const buildPage: Plugin = {
  name: 'build-page',
  apply: 'build',
  closeBundle: async () => {
    // Not a part of this file once that is bundled: it finds its sources by where it stands.
    const script = new URL('./scripts/build-page.mjs', import.meta.url).href
    const page = (await import(script)) as { writePage: () => Promise<unknown> }
    await page.writePage()
  }
}

const WITHOUT_WOFF2 = 'no-woff2'

/** fontkit brings along Brotli's dictionary for web fonts, which are read nowhere: a third of all that making a PDF would load. */
const leaveOutWoff2: Plugin = {
  name: 'leave-out-woff2',
  enforce: 'pre',
  resolveId: (id) => (id === 'brotli/decompress.js' ? WITHOUT_WOFF2 : null),
  load: (id) =>
    id === WITHOUT_WOFF2 ? "export default () => { throw new Error('Fonts packed as WOFF2 aren’t read here.') }" : null
}

/** What the signs of quotations and names weigh is large, and read when it is first asked for. */
const lateWeights: Plugin = {
  name: 'late-weights',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/weights.json')) return null
    const members = Object.entries(JSON.parse(code) as object).map(([name, table]) => {
      const [key, text] = [JSON.stringify(name), JSON.stringify(JSON.stringify(table))]
      return `get ${key}() { return (known[${key}] ??= JSON.parse(${text})) }`
    })
    return { code: `const known = {}\nexport default {\n${members.join(',\n')}\n}`, moduleType: 'js', map: null }
  }
}

export default defineConfig({
  main: {
    plugins: [findProfile, leaveOutWoff2, lateWeights, buildPage],
    build: {
      externalizeDeps: { exclude: BUNDLED },
      rolldownOptions: {
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ debugName: 'parts of the program', name: namesOfChunks(import.meta.dirname) }]
          }
        },
        input: {
          index: 'src/main/index.ts',
          cli: 'src/main/cli.ts',
          'import-worker': 'src/main/import/worker/worker.ts',
          'pdf-worker': 'src/main/export-worker/worker.ts',
          'search-worker': 'src/main/search/worker.ts'
        }
      }
    }
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } }
    }
  },
  renderer: {
    plugins: [react()],
    server: { host: '127.0.0.1' },
    // Nothing inlined: the content security policy lets fonts come from files only.
    build: { minify: true, modulePreload: false, assetsInlineLimit: 0 }
  }
})
