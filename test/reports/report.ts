/** `npm run report:summaries`: every distinct sentence of the data set, for reading. `npm run report:stated-cases`: what no case has tried. `npm run report:data`: its size and its answers, counted. */
import { determine } from '../../src/engine/determine.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';
import { figures } from './figures.ts';
import { neverTried } from './tried.ts';

const today = new Date().toISOString().slice(0, 10);
const { graph, problems } = await loadFolders({ data: ['data'], sources: [] });
if (!graph) {
  console.error(problems.map(printProblem).join('\n'));
  process.exit(1);
}
if (process.argv[2] === 'stated-cases') {
  const gaps = neverTried(graph, today);
  console.log(
    gaps.length === 0
      ? `Every rule and condition is tried by the ${String([...graph.plans.values()].flatMap(({ cases }) => cases).length)} cases.`
      : gaps.join('\n'),
  );
} else if (process.argv[2] === 'data') {
  console.log(figures(graph, today).join('\n'));
} else {
  const found = new Map<string, string[]>();
  for (const plan of graph.plans.values()) {
    for (const subject of graph.subjects.values()) {
      for (const territory of [null, graph.territories.get('CA') ?? null, graph.abroad]) {
        const { summary, status } = determine({
          graph,
          plan,
          subject,
          territory,
          met: [],
          unmet: [],
          counts: new Map(),
          on: today,
          onAssumed: true,
          accordingTo: null,
          minimumAuthority: null,
        });
        // What differs in no more than the subject and the place is one sentence.
        const key = `${status}: ${summary.replaceAll(subject.phrase, '[subject]').replaceAll(territory ? (territory === graph.abroad ? ' abroad' : ` in ${territory.name}`) : '\0', ' [place]')}`;
        found.set(key, [
          ...(found.get(key) ?? []),
          `${plan.slug} ${subject.slug}${territory ? ` ${territory.code}` : ''}`,
        ]);
      }
    }
  }
  for (const [summary, questions] of [...found].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(
      `${summary}\n    ${String(questions.length)}: ${questions.slice(0, 4).join('; ')}${questions.length > 4 ? '; …' : ''}`,
    );
  console.log(`\n${String(found.size)} distinct summaries`);
}
