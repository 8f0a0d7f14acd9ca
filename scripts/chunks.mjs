import { join } from 'node:path'

/** All that modules import, and with `later` also what these import when they need it. */
function closure(roots, infoOf, later) {
  const found = new Set()
  const walk = (id) => {
    const info = found.has(id) ? null : infoOf(id)
    if (!info) return
    found.add(id)
    info.importedIds.forEach(walk)
    if (later) info.dynamicallyImportedIds.forEach(walk)
  }
  roots.forEach(walk)
  return found
}

/** The modules that each part of the program loads. */
function partsOf(begin, infoOf) {
  return {
    start: closure([begin.cli], infoOf, false),
    verbs: closure([begin.cli, ...infoOf(begin.cli).dynamicallyImportedIds], infoOf, false),
    session: closure([begin.session], infoOf, false),
    making: closure([begin.making, begin.proven], infoOf, false),
    makingLater: closure([begin.making], infoOf, true),
    reading: closure([begin.reading], infoOf, true),
    finding: closure([begin.finding], infoOf, true)
  }
}

/**
 * Names the chunk of a module of the program: what the command line and its threads load in one go is few files, as each takes longer to find than
 * to run. A chunk imports none that another part loads without it. Null where the bundler is to decide, as for what is rarely needed. `root` is the project's folder.
 */
export function namesOfChunks(root) {
  const at = (path) => join(root, 'src/main', path)
  const begin = {
    cli: at('cli.ts'),
    session: at('cli/session.ts'),
    making: at('export-worker/worker.ts'),
    proven: at('exports/formats/pdf/proven-pdf.ts'),
    reading: at('import/worker/worker.ts'),
    finding: at('search/worker.ts')
  }
  // They find others by where they stand.
  const entries = new Set([begin.cli, begin.making, begin.reading, begin.finding, at('index.ts')])
  let parts = null
  return (id, context) => {
    if (entries.has(id)) return null
    parts ??= partsOf(begin, (each) => context.getModuleInfo(each))
    const isIn = (name) => parts[name].has(id)
    const isInThread = ['making', 'makingLater', 'reading', 'finding'].some(isIn)
    if (isIn('start')) return isInThread ? 'core' : 'start'
    if (!isIn('session')) return isIn('making') && !isIn('verbs') && !isIn('reading') ? 'making' : null
    if (isIn('verbs')) return isInThread ? 'common' : 'words'
    if (isIn('making')) return 'brief'
    if (isIn('reading')) return 'files'
    if (isIn('makingLater')) return 'withholding'
    return isIn('finding') ? 'index' : 'session'
  }
}
