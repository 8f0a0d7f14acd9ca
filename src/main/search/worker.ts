import { parentPort } from 'node:worker_threads'
import { matchesIn, wantedWords } from '../../shared/search/matches.ts'
import { snippetOf } from '../../shared/search/snippet.ts'
import { isDamage, type IndexPlace } from './index-file.ts'
import { LongTexts } from './long-texts.ts'
import type { FromWorker, JobName, Jobs, ToWorker } from './protocol.ts'
import { readQuery, SearchIndex } from './search-index.ts'

/** Entry of the worker thread that holds the index of a case. */

const port = parentPort
if (!port) throw new Error('This module runs as a worker thread only.')

let place: IndexPlace | null = null
let index: SearchIndex | null = null
const longTexts = new LongTexts()

function opened(): SearchIndex {
  if (!index) throw new Error('The index is not open.')
  return index
}

const work: { [N in JobName]: (given: Jobs[N]['given']) => Jobs[N]['result'] } = {
  open: (given) => {
    place = given
    index = SearchIndex.open(given)
    return null
  },
  revisions: () => opened().revisions(),
  change: (given) => {
    opened().change(given)
    return null
  },
  commit: () => {
    opened().commit()
    return null
  },
  settle: ({ isFirst }) => opened().settle(isFirst),
  find: (given) => opened().find(given),
  excerpts: ({ texts, ...asked }) => {
    const { root } = readQuery(asked)
    const wanted = wantedWords(root)
    return texts.map((text) => {
      const matches = matchesIn(longTexts.tokens(text, wanted), root)
      const [first] = matches
      return {
        count: matches.length,
        first: first ? [first.start, first.end] : null,
        snippet: snippetOf(text, matches)
      }
    })
  },
  places: ({ text, ...asked }) => {
    const { root } = readQuery(asked)
    return matchesIn(longTexts.tokens(text, wantedWords(root)), root).map(({ start, end }) => [start, end])
  },
  names: ({ names }) => opened().names(names),
  anew: () => {
    index?.abandon()
    index = SearchIndex.anew(place!)
    return null
  },
  close: () => {
    const closing = opened()
    index = null
    const bytes = place?.path === null && place.write ? closing.serialize() : null
    closing.close()
    return bytes
  }
}

port.on('message', (message: ToWorker) => {
  if (message === 'end') return void port.close()
  const { id, name, given } = message
  const send = (answer: FromWorker): void => port.postMessage(answer)
  try {
    send({ id, result: (work[name] as (given: unknown) => Jobs[JobName]['result'])(given) })
  } catch (error) {
    const isSystem = error instanceof Error && 'code' in error && typeof error.code === 'string'
    if (!isSystem) throw error
    send({ id, failed: { damaged: isDamage(error), message: error.message, code: error.code as string } })
  }
})
