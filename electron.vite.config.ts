import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      // Loaded by every command: as a part of the bundle they need a fraction of the time.
      externalizeDeps: { exclude: ['commander', 'zod'] },
      rolldownOptions: {
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
