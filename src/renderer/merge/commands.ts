import type { Command } from '../registry/command.ts'
import { caseWritable } from '../registry/conditions.ts'
import { chooseMerge } from './merge.ts'

export const mergeCase: Command = {
  id: 'merge-case',
  title: 'Merge another copy…',
  menu: { place: 'file/copies', label: 'Merge Another Copy…' },
  when: caseWritable,
  run: chooseMerge
}

export const commands = [mergeCase]
