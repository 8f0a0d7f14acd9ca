import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'

export const chronologyFeature = { commands } satisfies Feature
