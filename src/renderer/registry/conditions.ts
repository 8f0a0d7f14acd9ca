import { useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { useReader } from '../state/sources/readers.ts'
import { all, when } from './condition.ts'

/** A case is open. */
export const caseOpen = when(useCase, ({ phase }) => phase === 'open')
/** The open case can be changed. */
export const caseWritable = when(useCase, ({ phase, readOnly }) => phase === 'open' && !readOnly)
/** The open case is encrypted. */
export const caseSealed = when(useCase, ({ phase, sealed }) => phase === 'open' && sealed)
/** The open case is in clear. */
export const caseClear = when(useCase, ({ phase, sealed }) => phase === 'open' && !sealed)
/** A brief is shown. */
export const briefShown = all(
  caseOpen,
  when(useBrief, ({ phase }) => phase === 'shown')
)
/** A brief is shown and can be changed. */
export const briefWritable = all(caseWritable, briefShown)
/** A source is shown. */
export const sourceShown = all(
  caseOpen,
  when(useReader, ({ phase }) => phase === 'shown')
)
