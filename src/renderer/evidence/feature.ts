import type { Feature } from '../registry/feature.ts'
import { toggleEvidence } from './commands.ts'
import { followEvidence } from './evidence.ts'

export const evidenceFeature = {
  area: 'evidence',
  commands: [toggleEvidence],
  keys: [
    ['Enter Shift+Enter', 'Cite the card in the statement with the caret; put it into the brief as a quote block'],
    ['Ctrl Enter', 'Show the card in its source'],
    ['U', 'Go to where the brief uses the card']
  ],
  start: followEvidence
} satisfies Feature
