import type { JsonSchema } from '../../model/json.ts';
import type { ComparisonRule, RuleExample } from '../rule.ts';
import { comparisonRules } from '../rules/index.ts';
import { walkFindings } from './find-changes.ts';

/** The page of all rules in Markdown, with a proof of each. */
export function renderRulesPage(rules: readonly ComparisonRule[] = comparisonRules): string {
  return `${[introduction(rules), overview(rules), ...rules.map(renderRule), walkSection()].join('\n\n')}\n`;
}

function introduction(rules: readonly ComparisonRule[]): string {
  return [
    '<!-- Generated from scripts/compare/rules; do not edit. -->',
    '# Comparison rules',
    `What \`catalog compare\` can say of a change between two schemas: ${rules.length} rules. A rule sees one place before and` +
      ' after, and says what happens to the values that are accepted there: it **narrows** or **widens** them, **replaces**' +
      ' some by others, or only **annotates**. Whether a change breaks anybody is decided for the whole document, apart from' +
      ' the rules. Under `not`, narrowing and widening swap.',
    'References are followed, `allOf` is merged, and all drafts are read alike, so that a refactoring is no change.',
  ].join('\n\n');
}

function overview(rules: readonly ComparisonRule[]): string {
  return rules.map(({ id, effects }) => `- [${id}](#${id}): ${effects.join(', ')}`).join('\n');
}

function renderRule(rule: ComparisonRule): string {
  const mirror = typeof rule.mirror === 'string' ? `\`${rule.mirror}\`` : rule.mirror.waiver.replace(/\.$/, '');
  const twin = rule.mirror === rule.id ? 'Its own mirror.' : `Mirror: ${mirror}.`;
  const effects = rule.effects.map((effect) => `**${effect}**`).join(', ');
  return [`## ${rule.id}`, rule.summary, `Effect: ${effects}. ${twin}`, ...rule.examples.map(renderExample)].join(
    '\n\n',
  );
}

function renderExample(example: RuleExample): string {
  return [
    '```jsonc',
    `// ${example.effect}`,
    `// before: ${draftOf(example.beforeDialect)}${schemaText(example.before)}`,
    `// after:  ${draftOf(example.afterDialect)}${schemaText(example.after)}`,
    ...('lost' in example ? [`// accepted before, refused after: ${JSON.stringify(example.lost)}`] : []),
    ...('gained' in example ? [`// refused before, accepted after: ${JSON.stringify(example.gained)}`] : []),
    '```',
  ].join('\n');
}

function draftOf(dialect: string | undefined): string {
  return dialect === undefined ? '' : `(${dialect}) `;
}

function schemaText(schema: JsonSchema): string {
  return JSON.stringify(schema);
}

function walkSection(): string {
  const rows = Object.entries(walkFindings).map(([id, sentence]) => `- \`${id}\`: ${sentence}`);
  return ['## Beside the rules', ...rows].join('\n\n');
}
