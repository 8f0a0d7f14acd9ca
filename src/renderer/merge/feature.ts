import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { MergeDialog } from './merge-dialog.tsx'

export const mergeFeature = { commands, dialogs: { merge: MergeDialog } } satisfies Feature
