/**
 * `npm test`: everything that has to hold. Build, types, lint, format, what is unused, short benchmarks, unit tests, end-to-end tests: all of them
 * even if one fails. The last line counts over all of them: each before the unit tests is one.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { findElectron } from './electron.mjs'
import { runInNode24 } from './node24.mjs'

const root = join(import.meta.dirname, '..')
const modules = join(root, 'node_modules')

/** Runs a script of a package under this Node, which children find first in PATH too. */
function run(script, args, { show, env = {} }) {
  const path = [join(modules, '.bin'), process.env['PATH'] ?? ''].join(delimiter)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(modules, script), ...args], {
      cwd: root,
      // A log file is easier to read without colours.
      env: {
        ...process.env,
        PATH: path,
        // What one program has compiled is kept for the next.
        NODE_COMPILE_CACHE: join(modules, '.cache/node'),
        ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
        ...env
      },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe']
    })
    let output = ''
    const keep = (data) => {
      output += data
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.once('error', (error) => resolve({ code: 1, output: String(error) }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

const total = { passed: 0, failed: 0 }
const skipped = []

function count({ passed, failed }) {
  total.passed += passed
  total.failed += failed
}

/** A step that is fine or not; its output matters only when it's not. */
async function check(name, script, args) {
  const started = Date.now()
  const { code, output } = await run(script, args, { show: false })
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (code !== 0) console.log(output)
  count(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
}

/** Benchmarks with few of what they measure: that they run is checked, not what they cost. */
const BENCHMARKS = [
  ['interface', '--short'],
  ['copies', '300'],
  ['layouts', '2'],
  ['encodings', '--short'],
  ['case-tamper', '2'],
  ['tamper', '1'],
  ['page', '--short'],
  ['store', '--short'],
  ['pdf', '--short'],
  ['import-frames', '--short'],
  ['search', '--short'],
  ['analysis', '--short']
]

/** Runs jobs in order, a number of them at a time. */
async function atOnce(most, jobs) {
  const waiting = [...jobs]
  const work = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job()
  }
  await Promise.all(Array.from({ length: most }, work))
}

/** A test runner that leaves a JSON report behind. One that ends badly without naming a failure counts as one. */
async function runner(name, script, args, env, report, read) {
  console.log(`\n${name}`)
  const { code } = await run(script, args, { show: true, env })
  const counts = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  count(counts)
}

/** Vitest's JSON report. A file that fails before its first test counts as one failure. */
function readVitest({ testResults }) {
  const counts = { passed: 0, failed: 0 }
  for (const file of testResults) {
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) counts.failed++
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed++
      else if (test.status === 'failed') counts.failed++
      else
        skipped.push(
          `${relative(root, file.name)}: ${test.fullName}${test.meta?.reason ? ` (${test.meta.reason})` : ''}`
        )
    }
  }
  return counts
}

/** Playwright's JSON report. */
function readPlaywright({ suites, errors }) {
  const counts = { passed: 0, failed: errors.length }
  const visit = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected') counts.passed++
        else if (test.status !== 'skipped') counts.failed++
        else {
          const reason = test.annotations
            .map((annotation) => annotation.description)
            .filter(Boolean)
            .join('; ')
          skipped.push(`${spec.file}: ${spec.title} (${reason || 'no reason given'})`)
        }
      }
    }
    suite.suites?.forEach(visit)
  }
  suites.forEach(visit)
  return counts
}

async function main() {
  if (process.argv.includes('--long')) process.env['DOSSIER_TEST_LONG'] = '1'
  // By name, after Node 24 is sure to run: it looks for browsers with what older ones lack.
  const { provideTools } = await import('./tools.mjs')
  const lacking = await provideTools()
  for (const sentence of lacking) console.error(sentence)
  if (lacking.length > 0) count({ passed: 0, failed: lacking.length })

  await check('build', 'electron-vite/bin/electron-vite.js', ['build'])
  // Each is busy with one processor.
  await atOnce(availableParallelism(), [
    () => check('types', '@typescript/compiler/bin/tsc', ['-b']),
    () => check('lint', 'eslint/bin/eslint.js', ['.']),
    () => check('format', 'prettier/bin/prettier.cjs', ['--check', '.']),
    () => check('nothing unused', 'knip/bin/knip.js', ['--no-progress']),
    ...BENCHMARKS.map(
      ([name, ...args]) =>
        () =>
          check(`benchmark ${name}`, `../bench/${name}.ts`, args)
    )
  ])

  const reports = mkdtempSync(join(tmpdir(), 'dossier-reports-'))
  const unit = join(reports, 'unit.json')
  await runner(
    'Unit tests',
    'vitest/vitest.mjs',
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unit}`],
    {},
    unit,
    readVitest
  )
  const e2e = join(reports, 'e2e.json')
  await runner(
    'End-to-end tests',
    'playwright/cli.js',
    ['test', '-c', 'e2e/playwright.config.ts'],
    { DOSSIER_TEST_REPORT: e2e },
    e2e,
    readPlaywright
  )
  rmSync(reports, { recursive: true, force: true })

  const electron = findElectron()
  console.log(
    `\nEnd-to-end tests ran in ${electron === null ? 'the stand-in (Chromium), since Electron has no binary here' : 'Electron'}.`
  )
  console.log(
    skipped.length === 0 ? 'No test was skipped.' : `Skipped:\n${skipped.map((line) => `  ${line}`).join('\n')}`
  )
  if (process.env['DOSSIER_TEST_LONG'] !== '1')
    console.log(
      'Loops over random cases and places of failure ran in their short form; “npm run test:long” runs them whole.'
    )
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

if (!(await runInNode24(import.meta.filename, process.argv.slice(2)))) await main()
