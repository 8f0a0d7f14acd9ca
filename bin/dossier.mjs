#!/usr/bin/env node
// The command line: src/main/cli.ts, under a Node that runs TypeScript.
import { join } from 'node:path'
import { runInNode24 } from '../scripts/node24.mjs'

const cli = join(import.meta.dirname, '../src/main/cli.ts')
if (!(await runInNode24(cli, process.argv.slice(2)))) await import('../src/main/cli.ts')
