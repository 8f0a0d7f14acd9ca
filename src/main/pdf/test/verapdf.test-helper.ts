import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const run = promisify(execFile)

/** The validator that the PDF industry settled on, as its makers put it into Maven's registry. */
const VERSION = '1.30.2'
const ARTIFACT = `org.verapdf.apps:cli:${VERSION}`
const JAR = `cli-${VERSION}.jar`
const SHA256 = '287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332'
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:2.8:copy'
const LONGEST_FETCH = 180_000
const LONGEST_JUDGEMENT = 900_000

/** What briefings declare, and are judged by: veraPDF chooses the profiles by a file's own metadata. */
export const PROFILES = ['PDF/A-3a validation profile', 'PDF/UA-1 validation profile'] as const

/** Where veraPDF is, or why it can't be had. */
export type VeraPdf = { jar: string } | { reason: string }

/** Finds veraPDF in the user's cache, or has Maven get it from there where its registry is. */
export async function findVeraPdf(): Promise<VeraPdf> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'dossier-tests')
  const jar = join(cache, JAR)
  if (!(await runs('java', '-version'))) return { reason: 'it needs Java' }
  if (existsSync(jar) && isWhole(jar)) return { jar }
  if (!(await runs('mvn', '-version'))) return { reason: 'it needs Maven, to get veraPDF' }
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'fetch-'))
  try {
    await run('mvn', ['-q', '-B', COPY, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`], {
      cwd: folder,
      timeout: LONGEST_FETCH
    })
  } catch {
    rmSync(folder, { recursive: true })
    return { reason: 'Maven can’t get veraPDF: its registry can’t be reached' }
  }
  const fetched = join(folder, JAR)
  if (!isWhole(fetched)) throw new Error(`${ARTIFACT} isn’t the file that it was: its SHA-256 differs.`)
  // Whole or not at all, whoever else fetches it.
  renameSync(fetched, jar)
  rmSync(folder, { recursive: true })
  return { jar }
}

async function runs(program: string, argument: string): Promise<boolean> {
  try {
    await run(program, [argument])
    return true
  } catch {
    return false
  }
}

function isWhole(path: string): boolean {
  return createHash('sha256').update(readFileSync(path)).digest('hex') === SHA256
}

const Result = z.object({
  profileName: z.string(),
  compliant: z.boolean(),
  jobEndStatus: z.string(),
  details: z.object({
    failedRules: z.int(),
    passedChecks: z.int(),
    ruleSummaries: z.array(
      z.object({
        clause: z.string(),
        testNumber: z.int(),
        failedChecks: z.int(),
        description: z.string(),
        checks: z.array(z.object({ context: z.string(), errorMessage: z.string().nullable() }))
      })
    )
  })
})
const Report = z.object({
  report: z.object({
    jobs: z.array(
      z.object({
        itemDetails: z.object({ name: z.string() }),
        validationResult: z.array(Result).optional(),
        taskException: z.object({ exceptionMessage: z.string().optional() }).optional()
      })
    )
  })
})

/**
 * The rules of PDF/A-3a and PDF/UA-1 that each file breaks, by its name; none where it breaks none. A file that veraPDF can't read, or
 * that doesn't declare both, breaks a rule too. All are judged in one run, as starting it takes longer than judging.
 */
export async function brokenRules(
  jar: string,
  files: ReadonlyMap<string, Uint8Array>
): Promise<ReadonlyMap<string, string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-verapdf-'))
  try {
    const names = [...files.keys()]
    const paths = names.map((_, i) => join(folder, `${i}.pdf`))
    names.forEach((name, i) => {
      writeFileSync(paths[i]!, files.get(name)!)
    })
    const options = ['-Djava.awt.headless=true', '-jar', jar, '--format', 'json', '--maxfailuresdisplayed', '1']
    const output = await outputOf('java', [...options, ...paths])
    const { jobs } = Report.parse(JSON.parse(output)).report
    const judged = new Map(jobs.map((job) => [Number.parseInt(basename(job.itemDetails.name)), job]))
    return new Map(names.map((name, i) => [name, faultsOf(judged.get(i))]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What a program prints, whatever it ends with: veraPDF ends with 1 when a file breaks a rule. */
async function outputOf(program: string, args: string[]): Promise<string> {
  try {
    const { stdout } = await run(program, args, { maxBuffer: 1 << 28, timeout: LONGEST_JUDGEMENT })
    return stdout
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string' && error.stdout !== '') {
      return error.stdout
    }
    throw error
  }
}

function faultsOf(job: z.infer<typeof Report>['report']['jobs'][number] | undefined): string[] {
  if (!job?.validationResult) return [`it isn’t judged: ${job?.taskException?.exceptionMessage ?? 'no result'}`]
  const results = new Map(job.validationResult.map((result) => [result.profileName, result]))
  return PROFILES.flatMap((profile) => {
    const result = results.get(profile)
    if (!result) return [`it isn’t judged by the ${profile}`]
    const { ruleSummaries, failedRules, passedChecks } = result.details
    const rules = ruleSummaries.map(({ clause, testNumber, failedChecks, description, checks }) => {
      const [first] = checks
      return `${profile.split(' ')[0]} ${clause}-${testNumber}, ${failedChecks} times: ${description} ${first?.errorMessage ?? ''} ${first?.context ?? ''}`
    })
    if (rules.length === 0 && (failedRules > 0 || !result.compliant || passedChecks === 0)) {
      return [`the ${profile} ends with ${result.jobEndStatus}`]
    }
    return rules
  })
}
