import { describe, expect, it } from 'vitest'
import { contract, declarationOf, events, type RequestName } from './contract.ts'

const names = Object.keys(contract) as RequestName[]
const topicOf = (name: string): string => name.split('.')[0]!

describe('a request that takes long', () => {
  const topics = [...new Set(names.filter((name) => declarationOf(name).long).map(topicOf))]

  it.each(topics)('tells its progress and can be ended: %s', (topic) => {
    expect(Object.keys(events)).toContain(`${topic}.progress`)
    expect(declarationOf(`${topic}.cancel` as RequestName)).toMatchObject({ does: 'steers' })
  })

  it('is the only thing that can be steered', () => {
    const steered = names.filter((name) => declarationOf(name).does === 'steers').map(topicOf)
    expect(new Set(steered)).toEqual(new Set(topics))
  })
})
