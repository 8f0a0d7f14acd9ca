import { createElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useCase } from '../state/case/case.ts'
import { useLayout, type LibraryTab } from '../state/window/layout.ts'
import { Outline } from './outline.tsx'
import { QuoteList } from './quote-list.tsx'
import { SourceList } from './source-list.tsx'
import './library.css'

/** The library: sources, quotes and the outline of the brief; while a panel is looked at, that. */
export function Library() {
  const tab = useLayout((state) => state.tab)
  const panel = useLayout((state) => state.panel)
  const sources = useCase((state) => state.sources.length)
  const quotes = useCase((state) => state.quotes.size)
  return (
    <section className="pane library-pane" aria-label="Library" data-pane="library" tabIndex={-1}>
      {panel ? (
        createElement(panel)
      ) : (
        <Tabs
          className="tabs"
          selectedKey={tab}
          onSelectionChange={(key) => useLayout.setState({ tab: key as LibraryTab })}
        >
          <TabList aria-label="Library" className="tab-list">
            <Tab id="sources" className="tab">
              Sources <span>{sources.toLocaleString('en-GB')}</span>
            </Tab>
            <Tab id="quotes" className="tab">
              Quotes <span>{quotes.toLocaleString('en-GB')}</span>
            </Tab>
            <Tab id="outline" className="tab">
              Outline
            </Tab>
          </TabList>
          <TabPanel id="sources" className="tab-panel">
            <SourceList />
          </TabPanel>
          <TabPanel id="quotes" className="tab-panel">
            <QuoteList />
          </TabPanel>
          <TabPanel id="outline" className="tab-panel">
            <Outline />
          </TabPanel>
        </Tabs>
      )}
    </section>
  )
}
