import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../../scripts/built.mjs'

const CLI = commandLine()
const BRIEF = `---
title: Quay
---

## Facts

The port closed its old quay. [@S1] {.fact}

The quay was sound. [@S1] {.judgement}
`
let folder: string

function dossier(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], HOME: folder, XDG_CONFIG_HOME: join(folder, 'config') }
  return new Promise((done) => {
    execFile(process.execPath, [CLI, ...args], { env, cwd: folder }, (error, out, err) => {
      done({ code: error ? Number(error.code ?? NaN) : 0, out, err })
    })
  })
}

async function json(...args: string[]): Promise<unknown> {
  const { out } = await dossier(...args, '--json')
  return JSON.parse(out)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-assessment-'))
  await writeFile(join(folder, 'quay.txt'), 'Sollen closes quay\n\nThe port closed its old quay on Sunday.\n')
  await writeFile(join(folder, 'brief.md'), BRIEF)
  await dossier('init', 'case', '--title', 'Quay')
  await dossier('import', 'case', 'quay.txt')
  await dossier('quote', 'case', 'S1', '--exact', 'closed its old quay')
  await dossier('brief', 'import', 'case', 'brief.md')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('grades a source and a quote with a reason, and lists them', async () => {
  expect(await dossier('grade', 'case', 'S1', '--reliability', 'B')).toMatchObject({ code: 3 })
  const set = await dossier(
    ...['grade', 'case', 's1', '--reliability', 'b', '--credibility', '2', '--because', 'right before']
  )
  expect(set.out).toBe('S1  B2: source usually reliable, information probably true\n  because: right before\n')
  await dossier('grade', 'case', 'q1', '--credibility', '5', '--because', 'the log says otherwise')
  const both = { reliabilityReason: 'right before', credibilityReason: 'right before' }
  expect(await json('grade', 'case')).toEqual([
    { key: 'S1', source: 'S1', grading: { reliability: 'B', credibility: '2', ...both } },
    {
      key: 'Q1',
      source: 'S1',
      grading: { reliability: null, credibility: '5', credibilityReason: 'the log says otherwise' }
    }
  ])
})

it('ranks hypotheses by what speaks against them, and says what that hangs on', async () => {
  await dossier('hypotheses', 'case', '1', '--add', 'It was unsafe')
  await dossier(
    ...['hypotheses', 'case', '1', '--add', 'The land was sold', '--evidence', 'It was sound', '--links', 'S1,q1,2']
  )
  const found = await json('hypotheses', 'case', '1', '--rate', 'E1:H1:inconsistent', '--rate', 'e1:h2:consistent')
  expect(found).toMatchObject({
    hypotheses: [
      { id: 'H1', rank: 2, inconsistent: 1 },
      { id: 'H2', rank: 1, consistent: 1 }
    ],
    evidence: [
      {
        id: 'E1',
        quotes: ['Q1'],
        sources: ['S1'],
        statements: [2],
        ratings: { H1: 'inconsistent', H2: 'consistent' },
        tellsApart: true
      }
    ],
    sensitivity: [
      {
        evidence: 'E1',
        leftOut: { order: [['H1', 'H2']], change: 'leader' },
        turned: { order: [['H1'], ['H2']], change: 'leader' }
      }
    ]
  })
  const { out } = await dossier('hypotheses', 'case', '1', '--remove', 'E1', '--rate', 'E1:H1:none')
  expect(out).toMatch(/^1\. {2}H1 .*\n1\. {2}H2 /)
})

it('drafts the source summary, keeps what is written, and drops it only when told twice', async () => {
  const written = await dossier('summary', 'case', '1', '--source', 's1', '--text', 'The port’s own notice.')
  expect(written.out).toMatch(/^Source summary \(draft\)\nBasis\. 2 statements of 2 are supported/)
  expect(written.out).toMatch(/S1 Sollen closes quay \(edited\)\nThe port’s own notice\.\n$/)
  expect(await dossier('summary', 'case', '1', '--source', 'S1', '--redraft')).toMatchObject({ code: 3 })
})

it('makes a template of a brief, and a brief of it', async () => {
  const { id } = (await json('brief', 'save-template', 'case', '1', 'Desk case')) as { id: string }
  await dossier('brief', 'new', 'case', 'Second', '--template', id)
  expect((await dossier('brief', 'export', 'case', 'Second')).out).toContain('## Facts')
})
