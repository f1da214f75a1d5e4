(() => {
  'use strict';
  const invisible =
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u115f\u1160\u3164\uffa0]|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|(?! )\p{Zs}/gu;

  function escapeInvisible(text, write = escapeCharacter) {
    return text.replaceAll(invisible, write);
  }

  function escapeCharacter(character) {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  }

  function fieldAnchor(path) {
    return `field-${asciiName(path)}`;
  }

  function asciiName(text) {
    return text.replaceAll(/[^A-Za-z0-9_.-]+/g, (other) =>
      Array.from(
        new TextEncoder().encode(other),
        (byte) => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      ).join(''),
    );
  }

  const FILTERS = ['reads', 'sends', 'type', 'in', 'domain', 'topic', 'is'];

  const MOST_WORDS = 12;

  function readQuery(text) {
    const free = [];
    const filters = {
      reads: [],
      sends: [],
      type: [],
      in: [],
      domain: [],
      topic: [],
      is: [],
    };
    const parts = text.matchAll(/(?:(\w+):)?(?:"([^"]*)"?|(\S+))/gu);
    for (const [whole, name, quoted, bare] of [...parts].slice(0, MOST_WORDS)) {
      const filter = FILTERS.find((known) => known === name?.toLowerCase());
      const value = plain(quoted ?? bare ?? '');
      if (filter !== undefined) filters[filter].push(value);
      else free.push(...(quoted === undefined ? [whole] : quoted.split(/\s+/u)));
    }
    return {
      words: free
        .map(plain)
        .filter((word) => word !== '')
        .slice(0, MOST_WORDS),
      free: free.join(' ').trim(),
      filters: Object.assign(
        filters,
        Object.fromEntries(FILTERS.map((name) => [name, filters[name].filter((value) => value !== '')])),
      ),
    };
  }

  function isEmptyQuery({ words, filters }) {
    return words.length === 0 && FILTERS.every((name) => filters[name].length === 0);
  }

  function plain(text) {
    return text.toLowerCase().replaceAll(/[\s._\-[\]/:]+/gu, '');
  }

  const EXACT = 100;
  const PREFIX = 80;
  const WHOLE_WORD = 65;
  const WORD_PREFIX = 60;
  const ABOVE = 45;
  const SUBSTRING = 30;
  const IN_TEXT = 12;
  const WITHIN_WORD = 5;

  function nameText(name, isPath) {
    const lastAt = isPath ? name.lastIndexOf('.') + 1 : 0;
    // What is nothing but marks is compared as it is.
    const whole = plain(name) || name.toLowerCase();
    return { name, lastAt, last: lastAt === 0 ? whole : plain(name.slice(lastAt)) || whole, whole };
  }

  function wordsOf(name) {
    return name
      .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
      .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .toLowerCase()
      .split(/[\s._\-[\]/:]+/u);
  }

  function scoreName({ name, lastAt, last, whole }, word) {
    if (last === word) return EXACT;
    if (!whole.includes(word)) return 0;
    if (last.startsWith(word)) return PREFIX;
    const words = wordsOf(name.slice(lastAt));
    if (words.includes(word)) return WHOLE_WORD;
    if (words.some((part) => part.startsWith(word))) return WORD_PREFIX;
    if (wordsOf(name.slice(0, lastAt)).some((part) => part.startsWith(word))) return ABOVE;
    return SUBSTRING;
  }

  const SHORTEST_WITHIN = 4;

  function isWordStart(text, at) {
    return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
  }

  function scoreText(text, word) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      if (isWordStart(text, at)) return IN_TEXT;
    }
    return word.length >= SHORTEST_WITHIN && text.includes(word) ? WITHIN_WORD : 0;
  }

  const REQUIRED = 1;
  const DEPRECATED = 2;

  function fieldRow({ sets, types, paths, descriptions }, message, at) {
    const { fields } = message;
    const versions = sets[fields.versions[at] ?? -1] ?? [];
    const flags = fields.flags[at] ?? 0;
    const named = sets[fields.readers[at] ?? -1] ?? [];
    const isThen = (participant) => participant.versions.some((version) => versions.includes(version));
    return {
      message,
      path: paths[fields.path[at] ?? -1] ?? '',
      type: types[fields.type[at] ?? -1] ?? '',
      description: descriptions[fields.description[at] ?? -1] ?? '',
      isRequired: (flags & REQUIRED) !== 0,
      isDeprecated: (flags & DEPRECATED) !== 0,
      versions,
      senders: message.senders.filter(isThen),
      readers: message.readers.filter(
        (reader, place) => isThen(reader) && (reader.isPartial !== true || named.includes(place)),
      ),
    };
  }

  function messageText(message, services) {
    const namesOf = (participants) =>
      [...new Set(participants.map(({ service }) => service))].flatMap((service) => services[service] ?? []);
    const senders = namesOf(message.senders);
    const places = [message.domain, ...message.topics].filter((text) => text !== '');
    return {
      message,
      names: [nameText(message.name, false), nameText(message.id, false)],
      around: [...senders, ...namesOf(message.readers), ...places.map((text) => nameText(text, false))],
      summary: message.summary.toLowerCase(),
      senders,
    };
  }

  function scoreMessage({ names, around, summary }, word) {
    const byName = Math.max(...names.map((name) => scoreName(name, word)));
    if (byName > 0) return byName / 4;
    if (around.some((name) => scoreName(name, word) > SUBSTRING)) return 8;
    return scoreText(summary, word) / 3;
  }

  const AS_PHRASE = 3;

  function scorePhrase(name, phrase) {
    const score = scoreName(name, phrase);
    return score === EXACT || score === PREFIX || score === SUBSTRING ? score * AS_PHRASE : 0;
  }

  function searchMessages(messages, { words }, phrase) {
    const scored = messages.flatMap((item) => {
      const scores = words.map((word) => scoreMessage(item, word));
      if (scores.includes(0)) return [];
      const asPhrase = phrase === undefined ? 0 : Math.max(...item.names.map((name) => scorePhrase(name, phrase)));
      return [{ item, score: scores.reduce((sum, score) => sum + score, asPhrase) }];
    });
    return scored.toSorted((left, right) => right.score - left.score).map(({ item }) => item);
  }

  function passesMessage({ message, senders, names }, { filters }, services) {
    const { readers, domain, topics } = message;
    return (
      filters.sends.every((value) => isNamed(senders, value)) &&
      filters.reads.every((value) => readers.some(({ service }) => isNamed(services[service] ?? [], value))) &&
      filters.in.every((value) => isNamed(names, value)) &&
      filters.domain.every((value) => plain(domain).includes(value)) &&
      filters.topic.every((value) => topics.some((topic) => plain(topic).includes(value)))
    );
  }

  function isNamed(names, value) {
    return names.some(({ whole }) => whole.includes(value));
  }

  const NOTHING = { messages: [], fields: [], fieldCount: 0, messageCount: 0 };

  function searchableIndex(index) {
    const texts = {
      paths: index.paths.map((path) => nameText(path, true)),
      types: index.types.map(plain),
      descriptions: index.descriptions.map((text) => text.toLowerCase()),
    };
    const services = index.services.map(({ id, name }) => [nameText(id, false), nameText(name, false)]);
    const messages = index.messages.map((message) => messageText(message, services));
    const isRead = ({ message, at }, reads) => {
      const { readers } = fieldRow(index, message, at);
      return reads.every((value) => readers.some(({ service }) => isNamed(services[service] ?? [], value)));
    };
    return {
      search: (query, most) => {
        if (isEmptyQuery(query)) return NOTHING;
        const { words, filters } = query;
        const phrase = words.length > 1 ? words.join('') : undefined;
        const passing = messages.filter((message) => passesMessage(message, query, services));
        const scored = searchRows(passing, texts, query, phrase);
        const rows = filters.reads.length === 0 ? scored : scored.filter((row) => isRead(row, filters.reads));
        const asksOfFields = filters.type.length + filters.is.length > 0;
        const found = asksOfFields ? [] : searchMessages(passing, query, phrase);
        return {
          messages: found.slice(0, most.messages).map(({ message }) => message),
          messageCount: found.length,
          fields: best(rows, index, most.fields).map(({ message, at }) => fieldRow(index, message, at)),
          fieldCount: rows.length,
        };
      },
      fieldCount: index.messages.reduce((sum, { fields }) => sum + fields.path.length, 0),
    };
  }

  function searchRows(messages, { paths, types, descriptions }, { words, filters }, phrase) {
    const scores = words.map((word) => ({
      path: paths.map((path) => scoreName(path, word)),
      type: types.map((text) => scoreText(text, word) * 2),
      description: descriptions.map((text) => scoreText(text, word)),
    }));
    const phraseScores = phrase === undefined ? [] : paths.map((path) => scorePhrase(path, phrase));
    const isType = types.map((text) => filters.type.every((type) => text.includes(type)));
    const rows = [];
    for (const text of messages) {
      const { message } = text;
      const ofMessage = words.map((word) => scoreMessage(text, word));
      const { path, type, description, flags } = message.fields;
      for (let at = 0; at < path.length; at += 1) {
        const [ofPath = 0, ofType = 0, ofDescription = 0] = [path[at], type[at], description[at]];
        if (isType[ofType] !== true || !fitsFlags(flags[at] ?? 0, filters.is)) continue;
        const own = scores.map((word) =>
          Math.max(word.path[ofPath] ?? 0, word.type[ofType] ?? 0, word.description[ofDescription] ?? 0),
        );
        const score = scoreOf(own, ofMessage);
        if (score !== undefined) rows.push({ message, at, score: score + (phraseScores[ofPath] ?? 0) });
      }
    }
    return rows;
  }

  function scoreOf(own, ofMessage) {
    let sum = 0;
    let isOwn = own.length === 0;
    for (const [word, score] of own.entries()) {
      const most = Math.max(score, ofMessage[word] ?? 0);
      if (most === 0) return undefined;
      if (score > 0) isOwn = true;
      sum += most;
    }
    return isOwn ? sum : undefined;
  }

  function fitsFlags(flags, asked) {
    return asked.every((flag) => {
      if (flag === 'required') return (flags & REQUIRED) !== 0;
      if (flag === 'optional') return (flags & REQUIRED) === 0;
      return flag === 'deprecated' && (flags & DEPRECATED) !== 0;
    });
  }

  function best(rows, index, most) {
    const ranks = Float64Array.from(rows, (row) => rankOf(row, index));
    // Sorting all of a large index for the few that are shown would take most of the time.
    const least = ranks.toSorted().at(-most) ?? -Infinity;
    return rows
      .map((row, at) => ({ row, rank: ranks[at] ?? 0 }))
      .filter(({ rank }) => rank >= least)
      .toSorted((left, right) => right.rank - left.rank)
      .slice(0, most)
      .map(({ row }) => row);
  }

  const OF_OLD = 1000;
  const LONGEST = 999;

  function rankOf({ message, at, score }, { sets, paths }) {
    const versions = sets[message.fields.versions[at] ?? -1] ?? [];
    const length = Math.min(paths[message.fields.path[at] ?? -1]?.length ?? 0, LONGEST);
    return score * 10_000 - (versions.includes(message.latest) ? 0 : OF_OLD) - length;
  }

  function view(tag, children, more = {}) {
    return { tag, children, ...more };
  }

  const SEPARATOR = /[\s._\-[\]/:]/u;

  function highlight(text, words, isName) {
    const { plain, places } = withPlaces(text, isName);
    const isMarked = new Uint8Array(text.length);
    for (const word of words) {
      for (let at = plain.indexOf(word); word !== '' && at !== -1; at = plain.indexOf(word, at + 1)) {
        if (!isName && word.length < SHORTEST_WITHIN && !isWordStart(plain, at)) continue;
        isMarked.fill(1, places[at], (places[at + word.length - 1] ?? 0) + 1);
      }
    }
    const parts = [];
    let start = 0;
    for (let at = 1; at <= text.length; at += 1) {
      if (at < text.length && isMarked[at] === isMarked[start]) continue;
      const part = text.slice(start, at);
      parts.push(isMarked[start] === 1 ? view('mark', [part]) : part);
      start = at;
    }
    return parts;
  }

  function withPlaces(text, isName) {
    let plain = '';
    const places = [];
    for (let at = 0; at < text.length; at += 1) {
      const unit = text[at] ?? '';
      if (isName && SEPARATOR.test(unit)) continue;
      // Some letters are two in lower case.
      const lower = unit.toLowerCase();
      plain += lower;
      for (let part = 0; part < lower.length; part += 1) places.push(at);
    }
    return { plain, places };
  }

  const MOST_LISTED = 4;

  function versionsText(places, { versions }) {
    const names = places.map((place) => versions[place] ?? '');
    const [first = '', last = ''] = [names[0], names.at(-1)];
    if (versions.length === 1) return first;
    if (places.length === versions.length)
      return places.length === 2 ? 'both versions' : `all ${places.length} versions`;
    if (places.length === 1) return places[0] === versions.length - 1 ? `since ${first}` : `only ${first}`;
    const isRun = places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1);
    if (isRun) return places.at(-1) === versions.length - 1 ? `since ${first}` : `${first} to ${last}`;
    const more = names.length - MOST_LISTED;
    return `${names.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  }

  const MOST_PAGES = 8;
  const MOST_READ = 24;

  async function findPages(fullText, words, root) {
    const { results } = await fullText.search(words);
    const read = await Promise.all(results.slice(0, MOST_READ).map(async ({ data }) => data()));
    const newest = new Map();
    for (const page of read) {
      const { collection = '', id = '' } = page.meta;
      const key = id === '' ? page.url : JSON.stringify([collection, id]);
      const other = newest.get(key);
      if (other === undefined || versionOrder.compare(versionOf(page), versionOf(other)) > 0) newest.set(key, page);
    }
    return [...newest.values()].slice(0, MOST_PAGES).map((page) => foundPage(page, root));
  }

  const versionOrder = new Intl.Collator('en', { numeric: true });

  function versionOf({ meta }) {
    return meta['version'] ?? '';
  }

  function foundPage({ url, meta, plain_excerpt: excerpt = '' }, root) {
    const { title = '', type = '', version = '' } = meta;
    return { href: pageHref(url, root), title: title || url, type: type || 'Page', version, excerpt };
  }

  const PAGE = /^(?:docs|diagrams)\//;

  function pageHref(url, root) {
    const below = url.startsWith(root) && PAGE.test(url.slice(root.length)) ? url.slice(root.length) : url;
    return `${root}${below.replace(/^\/+/, '').replace(/\/*$/, '/')}`;
  }

  const FOLDERS = { event: 'events', command: 'commands', query: 'queries' };
  const KINDS = { event: 'Event', command: 'Command', query: 'Query' };

  function resultViews(found, context) {
    const { messages, messageCount, fields, fieldCount } = found;
    return [
      ...group(
        'Messages',
        messageCount,
        messages.map((message) => messageView(message, context)),
        [],
      ),
      ...group(
        'Fields',
        fieldCount,
        fields.map((field) => fieldView(field, context)),
        fields.length < fieldCount
          ? [view('button', [`Show more of ${fieldCount} fields`], { className: 'more' })]
          : [],
      ),
    ];
  }

  function pageViews(pages, context) {
    return group(
      'Pages',
      pages.length,
      pages.map((page) => pageView(page, context)),
      [],
    );
  }

  function countText({ messageCount, fieldCount }, pageCount) {
    const counts = [
      [messageCount, 'message'],
      [fieldCount, 'field'],
      [pageCount, 'page'],
    ];
    const texts = counts.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`]));
    return texts.length === 0 ? 'Nothing found.' : `Found ${texts.join(', ')}.`;
  }

  function group(title, count, items, end) {
    if (items.length === 0) return [];
    const id = `found-${title.toLowerCase()}`;
    const heading = view('h2', [`${title} `, view('span', [String(count)], { className: 'count' })], { id });
    return [view('section', [heading, view('ol', items, { className: 'hits' }), ...end], { labelledBy: id })];
  }

  function messageView(message, { query, root, services }) {
    const { kind, id, name, summary, latest, versions } = message;
    const isLatest = ({ versions: places }) => places.includes(latest);
    return view(
      'li',
      [
        link(hrefOf(message, latest, root), [view('span', marked(name, query, true))]),
        ...(plain(name) === plain(id) ? [] : [view('code', marked(id, query, true), { className: 'type' })]),
        note(`${KINDS[kind]} ${versions[latest] ?? ''}`),
        ...sentence(marked(summary, query, false), 'about'),
        ...where([
          ...by('Sent by', message.senders.filter(isLatest), [latest], message, services),
          ...by('Read by', message.readers.filter(isLatest), [latest], message, services),
        ]),
      ],
      { className: 'hit' },
    );
  }

  function fieldView(row, { query, root, services }) {
    const { message, path, type, description, versions } = row;
    const version = versions.includes(message.latest) ? message.latest : (versions.at(-1) ?? message.latest);
    const readers = by('read by', row.readers, versions, message, services);
    return view(
      'li',
      [
        link(`${hrefOf(message, version, root)}#${fieldAnchor(path)}`, [view('code', marked(path, query, true))]),
        view('code', marked(type, query, false), { className: 'type' }),
        ...(row.isRequired ? [] : [note('optional')]),
        ...(row.isDeprecated ? [note('deprecated')] : []),
        ...sentence(marked(description, query, false), 'about'),
        ...where([
          ['In ', view('span', marked(message.name, query, true)), `, ${versionsText(versions, message)}`],
          ...by('sent by', row.senders, versions, message, services),
          ...(readers.length > 0 ? readers : [['read by nobody that the catalog knows']]),
        ]),
      ],
      { className: 'hit' },
    );
  }

  function pageView({ href, title, type, version, excerpt }, { query }) {
    return view(
      'li',
      [
        link(href, [view('span', marked(title, query, true))]),
        note(`${type} ${version}`.trim()),
        ...sentence(marked(excerpt, query, false), 'about'),
      ],
      { className: 'hit' },
    );
  }

  function link(href, children) {
    return view('a', children, { className: 'hit-link', href });
  }

  function note(text) {
    return view('span', [escapeInvisible(text)], { className: 'note' });
  }

  function sentence(children, className) {
    return children.length === 0 ? [] : [view('p', children, { className })];
  }

  function where(parts) {
    return sentence(
      parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part])),
      'where',
    );
  }

  function by(words, participants, versions, message, services) {
    const names = [...Map.groupBy(participants, ({ service }) => service)].map(([service, same]) => {
      const known = new Set(same.flatMap((one) => one.versions));
      const places = versions.filter((version) => known.has(version));
      const only = places.length === versions.length ? '' : ` (${versionsText(places, message)})`;
      return `${services[service]?.name ?? ''}${only}`;
    });
    return names.length === 0 ? [] : [[escapeInvisible(`${words} ${names.join(', ')}`)]];
  }

  function marked(text, { words, free }, isName) {
    const raw = free.toLowerCase().split(/\s+/u);
    return highlight(escapeInvisible(text), isName ? words : [...new Set([...words, ...raw])], isName);
  }

  function hrefOf({ kind, id, versions }, version, root) {
    const segments = [FOLDERS[kind], id, versions[version] ?? ''].map((segment) => encodeURIComponent(segment));
    return `${root}docs/${segments.join('/')}/`;
  }

  const MOST_MESSAGES = 8;
  const MOST_FIELDS = 50;
  const ADDRESS_MILLISECONDS = 300;
  const PAGES_MILLISECONDS = 150;
  const SLASH = 'catalog-slash';

  function startFinding({ input, status, results, browse, slash }, script) {
    const root = new URL('../', script).pathname;
    const loadFields = once(async () => {
      const response = await fetch(new URL('fields.json', script));
      if (!response.ok) throw new Error(String(response.status));
      const index = await response.json();
      return { searchable: searchableIndex(index), services: index.services };
    });
    const loadFullText = once(async () => {
      try {
        const module = await import(new URL('../pagefind/pagefind.js', script).href);
        await module.options({ baseUrl: '/', excerptLength: 24 });
        return module;
      } catch {
        // A site that is built without it has the fields all the same.
        return undefined;
      }
    });

    let run = 0;
    let mostFields = MOST_FIELDS;
    let timer;

    const show = async () => {
      run += 1;
      const mine = run;
      const query = readQuery(input.value);
      const isEmpty = isEmptyQuery(query);
      browse.hidden = !isEmpty;
      results.hidden = isEmpty;
      if (isEmpty) {
        results.replaceChildren();
        status.textContent = '';
        return;
      }
      try {
        const { searchable, services } = await loadFields();
        if (mine !== run) return;
        const found = searchable.search(query, { messages: MOST_MESSAGES, fields: mostFields });
        const context = { query, root, services };
        results.replaceChildren(...resultViews(found, context).map(elementOf));
        status.textContent = countText(found, 0);
        if (query.free === '') return;
        await new Promise((resolve) => setTimeout(resolve, PAGES_MILLISECONDS));
        const fullText = mine === run ? await loadFullText() : undefined;
        if (fullText === undefined || mine !== run) return;
        const pages = await findPages(fullText, query.free, root);
        if (mine !== run) return;
        results.append(...pageViews(pages, context).map(elementOf));
        status.textContent = countText(found, pages.length);
      } catch {
        if (mine === run) status.textContent = 'The index of fields could not be loaded. Reload the page to try again.';
      }
    };

    const follow = () => {
      mostFields = MOST_FIELDS;
      void show();
      clearTimeout(timer);
      timer = setTimeout(() => {
        const address = new URL(location.href);
        if (input.value === '') address.searchParams.delete('q');
        else address.searchParams.set('q', input.value);
        history.replaceState(history.state, '', address);
      }, ADDRESS_MILLISECONDS);
    };

    const links = () => [...results.querySelectorAll('.hit-link, .more')];

    const move = (step) => {
      const all = links();
      const at = all.findIndex((link) => link === document.activeElement);
      const target = at + step < 0 ? input : all[Math.min(at + step, all.length - 1)];
      target?.focus();
    };

    input.addEventListener('focus', () => void loadFields().catch(() => undefined));
    input.addEventListener('input', follow);
    input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      links()[0]?.click();
    });
    results.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLElement) || !target.classList.contains('more')) return;
      const at = links().indexOf(target);
      mostFields *= 4;
      // The first of the new ones is where the button was.
      void show();
      requestAnimationFrame(() => links()[at]?.focus());
    });
    document.addEventListener('keydown', (event) => {
      const { key, target } = event;
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const isHere = target === input || (target instanceof Node && results.contains(target));
      const isWriting = target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select');
      if (key === '/' && !isWriting && slash.checked) {
        input.focus();
        input.select();
      } else if (isHere && (key === 'ArrowDown' || key === 'ArrowUp')) move(key === 'ArrowDown' ? 1 : -1);
      else if (isHere && key === 'Escape') {
        if (target === input) {
          input.value = '';
          follow();
        } else input.focus();
      } else return;
      event.preventDefault();
    });

    slash.checked = stored(SLASH) !== 'off';
    slash.addEventListener('change', () => store(SLASH, slash.checked ? 'on' : 'off'));

    const asked = new URLSearchParams(location.search).get('q');
    if (input.value === '' && asked !== null) input.value = asked;
    if (input.value !== '') void show();
  }

  function once(load) {
    let loading;
    return async () => {
      loading ??= load().catch((error) => {
        loading = undefined;
        throw error;
      });
      return loading;
    };
  }

  function elementOf({ tag, className, id, href, labelledBy, children }) {
    const element = document.createElement(tag);
    if (className !== undefined) element.className = className;
    if (id !== undefined) element.id = id;
    if (labelledBy !== undefined) element.setAttribute('aria-labelledby', labelledBy);
    if (element instanceof HTMLAnchorElement && href !== undefined) element.href = href;
    if (element instanceof HTMLButtonElement) element.type = 'button';
    element.append(...children.map((child) => (typeof child === 'string' ? child : elementOf(child))));
    return element;
  }

  function stored(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }

  function store(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      // It then holds for this page only.
    }
  }

  const [input, slash] = [document.querySelector('#find-text'), document.querySelector('#find-slash')];
  const [status, results] = [document.querySelector('#find-status'), document.querySelector('#find-results')];
  const browse = document.querySelector('#browse');
  if (
    input instanceof HTMLInputElement &&
    slash instanceof HTMLInputElement &&
    status instanceof HTMLElement &&
    results instanceof HTMLElement &&
    browse instanceof HTMLElement &&
    document.currentScript instanceof HTMLScriptElement
  )
    startFinding({ input, status, results, browse, slash }, document.currentScript.src);
})();
