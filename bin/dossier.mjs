#!/usr/bin/env node
// The command line: as the build made it when that is as new as the sources, else the sources themselves.
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { COMMAND_LINE, commandLine } from '../scripts/built.mjs'
import { runInNode24 } from '../scripts/node24.mjs'

const script = commandLine()
if (script === COMMAND_LINE.source)
  console.error(
    'Dossier’s build is older than its sources, so this runs from them, slowly. “npm run build” makes it anew.'
  )
// Compiled and stripped code is kept from one command to the next.
const cache = join(import.meta.dirname, '../node_modules/.cache/node')
// Less room for new objects: a hundred megabytes in long imports, which take no longer for it.
const flags = ['--max-semi-space-size=8']
if (
  !(await runInNode24(script, process.argv.slice(2), { flags, env: { ...process.env, NODE_COMPILE_CACHE: cache } }))
) {
  // Worker threads look for it here.
  process.env.NODE_COMPILE_CACHE = cache
  module.enableCompileCache(cache)
  await import(pathToFileURL(script).href)
}
