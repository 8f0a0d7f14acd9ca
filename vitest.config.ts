import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A limit that only a hang exceeds, in milliseconds: no test sets one of its own, so none fails because a machine is busy. */
const LIMIT = 1_800_000

const FILES = ['src/**/*.test.{ts,tsx}', 'e2e/standin/**/*.test.mjs']

/** Where modules hold what the window or the stand-in shows: what one file leaves in them another would find. */
const STATEFUL = ['src/renderer/**', 'e2e/**']

const IN_TURN = 'in turn'

/** The files that hold a pattern. */
function holding(pattern: RegExp): string[] {
  return globSync(FILES, { cwd: import.meta.dirname }).filter((file) =>
    pattern.test(readFileSync(join(import.meta.dirname, file), 'utf8'))
  )
}

/** Files that put something in a module's place, which would stay there for those after them. */
const mocking = holding(/\bvi\.(?:mock|doMock)\(/)

/** Files that start programs or threads take longest. Begun last, one would run alone at the end. */
const long = new Set(
  holding(/\b(?:testWorkspace|commandLine)\(|node:child_process/).map((file) => join(import.meta.dirname, file))
)

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project, moduleId }: TestSpecification): number =>
      (project.name === IN_TURN ? 2 : 0) + (long.has(moduleId) ? 0 : 1)
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    // Tests of the store wait for the disk: as many at a time as there are processors.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongFirst },
    // pdf.js leaves promises behind that nobody waits for when a file is broken; so does the worker that ships it let them be.
    onUnhandledError: ({ name }) => !/^(XRefEntry|XRefParse|MissingData)Exception$/.test(name),
    testTimeout: LIMIT,
    hookTimeout: LIMIT,
    // What threads and programs that tests start have compiled is kept for the next ones.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/node') },
    projects: [
      {
        extends: true,
        test: {
          name: 'a process each',
          include: [...STATEFUL.map((place) => `${place}/*.test.{ts,tsx,mjs}`), ...mocking]
        }
      },
      {
        // Loading the program's modules costs more than most tests of them, so files that come after each other share a process.
        extends: true,
        test: { name: IN_TURN, isolate: false, include: FILES, exclude: [...STATEFUL, ...mocking] }
      }
    ]
  }
})
