/**
 * References to the types that several modules use, and the connections of these types. A module that describes a type
 * imports the reference from here and calls `implement`, so the modules need not import one another.
 *
 * The type parameter is the value that resolvers return for the GraphQL type. index.ts imports every module that implements
 * a reference; a reference that is not implemented is an error when the schema is built.
 */
import type {
  CaseFact,
  CostTold,
  CoverageRoute,
  Determination,
  Disagreement,
  Formality,
  LimitTold,
  Pathway,
  Position,
  ProofStep,
  RejectedRule,
  Requirement,
  UpcomingChange,
} from '../engine/determination.ts';
import type { CoverageInterval } from '../engine/coverage-timeline.ts';
import type { AnswerScope, SourceDependence } from '../engine/scope.ts';
import type {
  BillingCode,
  Condition,
  Entry,
  ExternalCode,
  Link,
  Passage,
  Plan,
  Remark,
  Rule,
  RuleRequirement,
  Service,
  ServiceArea,
  Source,
  Subject,
  Technique,
  Territory,
} from '../graph/entries.ts';
import type { CostShare, CoverageLimit } from '../model/amounts.ts';
import { builder } from './builder.ts';
import type { Identified } from './global-ids.ts';
import { connectionOf, uncountedConnectionOf } from './relay-connections.ts';

export const NodeRef = builder.interfaceRef<Identified>('Node');
export const ConceptRef = builder.interfaceRef<Entry>('Concept');
export const CoverageSubjectRef = builder.interfaceRef<Subject>('CoverageSubject');

export const AnswerScopeRef = builder.objectRef<AnswerScope>('AnswerScope');
export const BillingCodeRef = builder.objectRef<BillingCode>('BillingCode');
export const CaseFactRef = builder.objectRef<CaseFact>('CaseFact');
export const CitationRef = builder.objectRef<Passage>('Citation');
export const ConceptLinkRef = builder.objectRef<Link>('ConceptLink');
export const CostShareRef = builder.objectRef<CostShare<Passage> & Partial<Pick<CostTold, 'terms'>>>('CostShare');
export const CoverageConditionRef = builder.objectRef<Condition>('CoverageCondition');
export const CoverageIntervalRef = builder.objectRef<CoverageInterval>('CoverageInterval');
export const CoverageLimitRef = builder.objectRef<CoverageLimit<Subject, Passage> & Partial<Pick<LimitTold, 'terms'>>>(
  'CoverageLimit',
);
export const CoveragePathwayRef = builder.objectRef<Pathway>('CoveragePathway');
export const CoverageRequirementRef = builder.objectRef<Requirement>('CoverageRequirement');
export const CoverageRouteRef = builder.objectRef<CoverageRoute>('CoverageRoute');
export const CoverageRuleRef = builder.objectRef<Rule>('CoverageRule');
export const DeterminationRef = builder.objectRef<Determination>('Determination');
export const ExternalCodeRef = builder.objectRef<ExternalCode>('ExternalCode');
export const FormalityRef = builder.objectRef<Formality>('Formality');
export const PlanRef = builder.objectRef<Plan>('Plan');
export const ProofStepRef = builder.objectRef<ProofStep>('ProofStep');
export const RejectedRuleRef = builder.objectRef<RejectedRule>('RejectedRule');
export const RemarkRef = builder.objectRef<Remark>('Remark');
export const RuleRequirementRef = builder.objectRef<RuleRequirement>('RuleRequirement');
export const ServiceAreaRef = builder.objectRef<ServiceArea>('ServiceArea');
export const ServiceRef = builder.objectRef<Service>('Service');
export const SourceDisagreementRef = builder.objectRef<Disagreement>('SourceDisagreement');
export const SourceDependenceRef = builder.objectRef<SourceDependence>('SourceDependence');
export const SourceDocumentRef = builder.objectRef<Source>('SourceDocument');
export const SourcePositionRef = builder.objectRef<Position>('SourcePosition');
export const TechniqueRef = builder.objectRef<Technique>('Technique');
export const TerritoryRef = builder.objectRef<Territory>('Territory');
export const SummaryClauseRef = builder.objectRef<Determination['clauses'][number]>('SummaryClause');
export const UpcomingChangeRef = builder.objectRef<UpcomingChange>('UpcomingChange');

export const BillingCodeConnection = connectionOf('BillingCode', BillingCodeRef, ['billing code', 'billing codes']);
export const ConceptLinkConnection = connectionOf('ConceptLink', ConceptLinkRef, ['link', 'links']);
export const CoverageRuleConnection = connectionOf('CoverageRule', CoverageRuleRef, ['rule', 'rules']);
export const DeterminationConnection = uncountedConnectionOf('Determination', DeterminationRef, ['answer', 'answers']);
export const ServiceConnection = connectionOf('Service', ServiceRef, ['service', 'services']);
export const TechniqueConnection = connectionOf('Technique', TechniqueRef, ['technique', 'techniques']);
export const TerritoryConnection = connectionOf('Territory', TerritoryRef, ['territory', 'territories']);
