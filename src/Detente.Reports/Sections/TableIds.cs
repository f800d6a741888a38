namespace Detente.Reports.Sections;

/// <summary>Names by which the body points to tables of the annex.</summary>
internal static class TableIds
{
    public const string Comparison = "table-comparison";
    public const string Kinds = "table-kinds";
    public const string Paths = "table-paths";
    public const string Dominance = "table-dominance";
    public const string Configurations = "table-configurations";
    public const string Escalation = "table-escalation";
    public const string Flows = "table-flows";
    public const string Differences = "table-differences";
    public const string Factors = "table-factors";
    public const string Influences = "table-influences";
    public const string Events = "table-events";
    public const string Measures = "table-measures";
    public const string Preconditions = "table-preconditions";
    public const string KindRules = "table-kind-rules";
    public const string Limits = "table-limits";
    public const string Claims = "table-claims";
    public const string Breaches = "table-breaches";
    public const string Positions = "table-positions";
    public const string Contested = "table-contested";
    public const string Experts = "table-experts";
    public const string Tendencies = "table-tendencies";
    public const string Outcomes = "table-outcomes";
    public const string History = "table-history";
    public const string MeasureTerms = "table-measure-terms";
    public const string Objective = "table-objective";
    public const string Indicators = "table-indicators";
    public const string Questions = "table-questions";
    public const string Evidence = "table-evidence";
    public const string Notes = "table-notes";
    public const string Rules = "table-rules";
    public const string Strategies = "table-strategies";
    public const string Provenance = "table-provenance";
    public const string Warnings = "table-warnings";
}
