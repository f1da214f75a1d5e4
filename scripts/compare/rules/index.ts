import type { ComparisonRule } from '../rule.ts';
import { additionalPropertiesClosed } from './additional-properties-closed.ts';
import { additionalPropertiesOpened } from './additional-properties-opened.ts';
import { annotationChanged } from './annotation-changed.ts';
import { anyOfAdded } from './any-of-added.ts';
import { anyOfBecameOneOf } from './any-of-became-one-of.ts';
import { anyOfBranchAdded } from './any-of-branch-added.ts';
import { anyOfBranchRemoved } from './any-of-branch-removed.ts';
import { anyOfRemoved } from './any-of-removed.ts';
import { conditionAdded } from './condition-added.ts';
import { conditionRemoved } from './condition-removed.ts';
import { constAdded } from './const-added.ts';
import { constChanged } from './const-changed.ts';
import { constRemoved } from './const-removed.ts';
import { containsAdded } from './contains-added.ts';
import { containsRemoved } from './contains-removed.ts';
import { defaultChanged } from './default-changed.ts';
import { dependentRequiredAdded } from './dependent-required-added.ts';
import { dependentRequiredRemoved } from './dependent-required-removed.ts';
import { dependentSchemaAdded } from './dependent-schema-added.ts';
import { dependentSchemaRemoved } from './dependent-schema-removed.ts';
import { deprecationAdded } from './deprecation-added.ts';
import { deprecationRemoved } from './deprecation-removed.ts';
import { descriptionChanged } from './description-changed.ts';
import { draftChanged } from './draft-changed.ts';
import { enumAdded } from './enum-added.ts';
import { enumRemoved } from './enum-removed.ts';
import { enumValueAdded } from './enum-value-added.ts';
import { enumValueRemoved } from './enum-value-removed.ts';
import { examplesChanged } from './examples-changed.ts';
import { formatAdded } from './format-added.ts';
import { formatChanged } from './format-changed.ts';
import { formatRemoved } from './format-removed.ts';
import { integerBecameNumber } from './integer-became-number.ts';
import { itemsClosed } from './items-closed.ts';
import { itemsOpened } from './items-opened.ts';
import { maxContainsAdded } from './max-contains-added.ts';
import { maxContainsLowered } from './max-contains-lowered.ts';
import { maxContainsRaised } from './max-contains-raised.ts';
import { maxContainsRemoved } from './max-contains-removed.ts';
import { maxItemsAdded } from './max-items-added.ts';
import { maxItemsLowered } from './max-items-lowered.ts';
import { maxItemsRaised } from './max-items-raised.ts';
import { maxItemsRemoved } from './max-items-removed.ts';
import { maxLengthAdded } from './max-length-added.ts';
import { maxLengthLowered } from './max-length-lowered.ts';
import { maxLengthRaised } from './max-length-raised.ts';
import { maxLengthRemoved } from './max-length-removed.ts';
import { maxPropertiesAdded } from './max-properties-added.ts';
import { maxPropertiesLowered } from './max-properties-lowered.ts';
import { maxPropertiesRaised } from './max-properties-raised.ts';
import { maxPropertiesRemoved } from './max-properties-removed.ts';
import { maximumAdded } from './maximum-added.ts';
import { maximumLowered } from './maximum-lowered.ts';
import { maximumRaised } from './maximum-raised.ts';
import { maximumRemoved } from './maximum-removed.ts';
import { minContainsLowered } from './min-contains-lowered.ts';
import { minContainsRaised } from './min-contains-raised.ts';
import { minItemsAdded } from './min-items-added.ts';
import { minItemsLowered } from './min-items-lowered.ts';
import { minItemsRaised } from './min-items-raised.ts';
import { minItemsRemoved } from './min-items-removed.ts';
import { minLengthAdded } from './min-length-added.ts';
import { minLengthLowered } from './min-length-lowered.ts';
import { minLengthRaised } from './min-length-raised.ts';
import { minLengthRemoved } from './min-length-removed.ts';
import { minPropertiesAdded } from './min-properties-added.ts';
import { minPropertiesLowered } from './min-properties-lowered.ts';
import { minPropertiesRaised } from './min-properties-raised.ts';
import { minPropertiesRemoved } from './min-properties-removed.ts';
import { minimumAdded } from './minimum-added.ts';
import { minimumLowered } from './minimum-lowered.ts';
import { minimumRaised } from './minimum-raised.ts';
import { minimumRemoved } from './minimum-removed.ts';
import { multipleOfAdded } from './multiple-of-added.ts';
import { multipleOfChanged } from './multiple-of-changed.ts';
import { multipleOfRemoved } from './multiple-of-removed.ts';
import { notAdded } from './not-added.ts';
import { notRemoved } from './not-removed.ts';
import { nullableAdded } from './nullable-added.ts';
import { nullableRemoved } from './nullable-removed.ts';
import { numberBecameInteger } from './number-became-integer.ts';
import { oneOfAdded } from './one-of-added.ts';
import { oneOfBecameAnyOf } from './one-of-became-any-of.ts';
import { oneOfBranchAdded } from './one-of-branch-added.ts';
import { oneOfBranchRemoved } from './one-of-branch-removed.ts';
import { oneOfRemoved } from './one-of-removed.ts';
import { openReferenceChanged } from './open-reference-changed.ts';
import { patternAdded } from './pattern-added.ts';
import { patternChanged } from './pattern-changed.ts';
import { patternPropertiesAdded } from './pattern-properties-added.ts';
import { patternPropertiesRemoved } from './pattern-properties-removed.ts';
import { patternRemoved } from './pattern-removed.ts';
import { propertyAdded } from './property-added.ts';
import { propertyNamesAdded } from './property-names-added.ts';
import { propertyNamesRemoved } from './property-names-removed.ts';
import { propertyRemoved } from './property-removed.ts';
import { requiredPropertyAdded } from './required-property-added.ts';
import { requiredPropertyRemoved } from './required-property-removed.ts';
import { schemaAllowed } from './schema-allowed.ts';
import { schemaForbidden } from './schema-forbidden.ts';
import { titleChanged } from './title-changed.ts';
import { tupleItemAdded } from './tuple-item-added.ts';
import { tupleItemRemoved } from './tuple-item-removed.ts';
import { typeAdded } from './type-added.ts';
import { typeChanged } from './type-changed.ts';
import { typeDemanded } from './type-demanded.ts';
import { typeFreed } from './type-freed.ts';
import { typeRemoved } from './type-removed.ts';
import { unevaluatedItemsClosed } from './unevaluated-items-closed.ts';
import { unevaluatedItemsOpened } from './unevaluated-items-opened.ts';
import { unevaluatedPropertiesClosed } from './unevaluated-properties-closed.ts';
import { unevaluatedPropertiesOpened } from './unevaluated-properties-opened.ts';
import { uniqueItemsAdded } from './unique-items-added.ts';
import { uniqueItemsRemoved } from './unique-items-removed.ts';
import { unknownKeywordChanged } from './unknown-keyword-changed.ts';

/** Every rule, once. */
export const comparisonRules = [
  additionalPropertiesClosed,
  additionalPropertiesOpened,
  annotationChanged,
  anyOfAdded,
  anyOfBecameOneOf,
  anyOfBranchAdded,
  anyOfBranchRemoved,
  anyOfRemoved,
  conditionAdded,
  conditionRemoved,
  constAdded,
  constChanged,
  constRemoved,
  containsAdded,
  containsRemoved,
  defaultChanged,
  dependentRequiredAdded,
  dependentRequiredRemoved,
  dependentSchemaAdded,
  dependentSchemaRemoved,
  deprecationAdded,
  deprecationRemoved,
  descriptionChanged,
  draftChanged,
  enumAdded,
  enumRemoved,
  enumValueAdded,
  enumValueRemoved,
  examplesChanged,
  formatAdded,
  formatChanged,
  formatRemoved,
  integerBecameNumber,
  itemsClosed,
  itemsOpened,
  maxContainsAdded,
  maxContainsLowered,
  maxContainsRaised,
  maxContainsRemoved,
  maxItemsAdded,
  maxItemsLowered,
  maxItemsRaised,
  maxItemsRemoved,
  maxLengthAdded,
  maxLengthLowered,
  maxLengthRaised,
  maxLengthRemoved,
  maxPropertiesAdded,
  maxPropertiesLowered,
  maxPropertiesRaised,
  maxPropertiesRemoved,
  maximumAdded,
  maximumLowered,
  maximumRaised,
  maximumRemoved,
  minContainsLowered,
  minContainsRaised,
  minItemsAdded,
  minItemsLowered,
  minItemsRaised,
  minItemsRemoved,
  minLengthAdded,
  minLengthLowered,
  minLengthRaised,
  minLengthRemoved,
  minPropertiesAdded,
  minPropertiesLowered,
  minPropertiesRaised,
  minPropertiesRemoved,
  minimumAdded,
  minimumLowered,
  minimumRaised,
  minimumRemoved,
  multipleOfAdded,
  multipleOfChanged,
  multipleOfRemoved,
  notAdded,
  notRemoved,
  nullableAdded,
  nullableRemoved,
  numberBecameInteger,
  oneOfAdded,
  oneOfBecameAnyOf,
  oneOfBranchAdded,
  oneOfBranchRemoved,
  oneOfRemoved,
  openReferenceChanged,
  patternAdded,
  patternChanged,
  patternPropertiesAdded,
  patternPropertiesRemoved,
  patternRemoved,
  propertyAdded,
  propertyNamesAdded,
  propertyNamesRemoved,
  propertyRemoved,
  requiredPropertyAdded,
  requiredPropertyRemoved,
  schemaAllowed,
  schemaForbidden,
  titleChanged,
  tupleItemAdded,
  tupleItemRemoved,
  typeAdded,
  typeChanged,
  typeDemanded,
  typeFreed,
  typeRemoved,
  unevaluatedItemsClosed,
  unevaluatedItemsOpened,
  unevaluatedPropertiesClosed,
  unevaluatedPropertiesOpened,
  uniqueItemsAdded,
  uniqueItemsRemoved,
  unknownKeywordChanged,
] as const satisfies readonly ComparisonRule[];
