#!/usr/bin/env node
// The command line: src/main/cli.ts, under a Node that runs TypeScript.
import module from 'node:module'
import { join } from 'node:path'
import { runInNode24 } from '../scripts/node24.mjs'

const root = join(import.meta.dirname, '..')
// Compiled and stripped code is kept from one command to the next: half of the time to start.
const cache = join(root, 'node_modules/.cache/node')
const env = { ...process.env, NODE_COMPILE_CACHE: cache }
if (!(await runInNode24(join(root, 'src/main/cli.ts'), process.argv.slice(2), env))) {
  module.enableCompileCache(cache)
  await import('../src/main/cli.ts')
}
