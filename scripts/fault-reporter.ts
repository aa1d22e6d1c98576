import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter } from 'vitest/node'
import { root } from './run-tool'
import { say } from './say'

const firstLine = (message: string) => message.split('\n', 1)[0] ?? ''

/**
 * Says at the end of a run what failed outside every test: a hook of a file, or a fault nobody caught. It adds the same
 * lines to the file of TEST_FAULTS, for the summary of all parts.
 */
export default class FaultReporter implements Reporter {
  onTestRunEnd: Reporter['onTestRunEnd'] = (modules, faults) => {
    const ofFiles = modules.flatMap((one) =>
      one.errors().map((error) => `${relative(root, one.moduleId)}: ${firstLine(error.message)}`),
    )
    const ofNobody = faults.map(
      (fault) => `${fault.name}: ${firstLine(fault.message)} ${fault.stacks?.[0]?.file ?? fault.stack ?? ''}`,
    )
    const all = [...ofFiles, ...ofNobody]
    for (const words of all) say(`  ✗ Outside every test: ${words}`)
    const path = process.env['TEST_FAULTS']
    if (path && all.length > 0) appendFileSync(path, `${all.join('\n')}\n`)
  }
}
