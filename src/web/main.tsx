/** The page: one view for each kind of address. The table and the page for curators are a script of their own. */
import { render } from 'preact';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { addressOf, unfiltered, type Place } from './address.ts';
import { forget } from './api.ts';
import { askAgain, useAttempts } from './attempts.ts';
import { LiveRegion } from './live.tsx';
import { missingFile, unreadable } from './response.ts';
import { isHere, usePlace } from './router.ts';
import { AnswerView } from './views/answer.tsx';
import { Ask } from './views/ask.tsx';
import { Compare } from './views/compare.tsx';
import { Home } from './views/home.tsx';
import { Walk } from './views/walk.tsx';
import { Heading, focusHeading } from './parts/heading.tsx';
import { lazy } from './parts/lazy.tsx';
import { Failed } from './parts/problems.tsx';

const waiting = <p class="waiting">Loading…</p>;
const notLoaded = <Failed title="This page could not be loaded" problems={[missingFile]} />;
const Curator = lazy(() => import('./views/overviews.ts').then((file) => file.Curator), waiting, notLoaded);
const Matrix = lazy(() => import('./views/overviews.ts').then((file) => file.Matrix), waiting, notLoaded);

function View({ place }: { readonly place: Place }) {
  switch (place.view) {
    case 'home':
      return <Home />;
    case 'ask':
      return <Ask place={place} />;
    case 'answer':
      return <AnswerView place={place} />;
    case 'compare':
      return <Compare place={place} />;
    case 'matrix':
      return <Matrix place={place} />;
    case 'walk':
      return <Walk place={place} />;
    case 'curator':
      return <Curator />;
    default:
      return (
        <section>
          <Heading>Page not found</Heading>
          <p>
            <a href="#/">Ask a question</a>
          </p>
        </section>
      );
  }
}

/** A view, or a message if a response has not the form that the view needs. */
function SafeView({ place }: { readonly place: Place }) {
  const [error, reset] = useErrorBoundary(forget) as [unknown, () => void];
  const attempts = useAttempts();
  useEffect(reset, [addressOf(place), attempts]);
  return error === undefined ? (
    <View place={place} />
  ) : (
    <Failed title="This page could not be shown" problems={[unreadable]} />
  );
}

/** What makes two addresses the same page, written with more or less detail. */
function pageOf(place: Place): string {
  if (place.view === 'answer') return `answer ${place.plan} ${place.of.kind} ${place.of.slug}`;
  if (place.view === 'ask') return `ask ${place.question}`;
  return place.view === 'walk' ? `walk ${place.kind} ${place.slug}` : place.view;
}

const pages: readonly { readonly view: Place['view']; readonly href: string; readonly text: string }[] = [
  { view: 'home', href: '#/', text: 'Ask' },
  { view: 'matrix', href: addressOf({ view: 'matrix', filter: unfiltered }), text: 'Table' },
  { view: 'curator', href: '#/curator', text: 'Gaps and conflicts' },
];

function Page() {
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const page = pageOf(place);
  const isFirst = useRef(true);
  useEffect(() => {
    // A new page moves the focus to its heading, as loading a page would; the first page keeps the browser's focus.
    if (!isFirst.current) {
      scrollTo(0, 0);
      focusHeading();
    }
    isFirst.current = false;
  }, [page]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <LiveRegion />
      <header class="top">
        <a class="brand" href="#/">
          Covergraph
        </a>
        <nav aria-label="Pages">
          {pages.map(({ view, href, text }) => (
            <a
              key={view}
              href={href}
              aria-current={place.view === view || (view === 'home' && place.view === 'ask') ? 'page' : undefined}
            >
              {text}
            </a>
          ))}
          <a href="graphql">GraphiQL</a>
        </nav>
      </header>
      <main ref={main} id="main" tabIndex={-1}>
        <SafeView key={place.view === 'answer' ? 'answer' : page} place={place} />
      </main>
      <footer>
        <p>
          Each answer is derived from cited sources when you ask. Not medical or legal advice. Always confirm with your
          plan.
        </p>
        <p>
          <a href="licences.txt">Licenses</a>
        </p>
      </footer>
    </>
  );
}

const app = document.getElementById('app');
if (app !== null) {
  app.replaceChildren();
  addEventListener('online', askAgain);
  // A link to the current address asks again for what failed; without this it would do nothing.
  app.addEventListener('click', ({ target }) => {
    const href = (target as Element).closest('a')?.getAttribute('href');
    if (href?.startsWith('#/') === true && isHere(href)) askAgain();
  });
  render(<Page />, app);
}
