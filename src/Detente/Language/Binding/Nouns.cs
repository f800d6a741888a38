using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>What a message calls the things of a model, with their articles.</summary>
internal static class Nouns
{
    public static readonly LocalizedText Text = new("a text", "ein Text");
    public static readonly LocalizedText Number = new("a number", "eine Zahl");
    public static readonly LocalizedText Word = new("a word", "ein Wort");
    public static readonly LocalizedText Map = new("a map (`key: value`)", "eine Map (`Schlüssel: Wert`)");
    public static readonly LocalizedText List = new("a list (`[a, b]`)", "eine Liste (`[a, b]`)");
    public static readonly LocalizedText Source = new("a source", "eine Quelle");
    public static readonly LocalizedText Item = new("an item of the inventory", "ein Eintrag des Inventars");
    public static readonly LocalizedText Issue = new("an issue", "ein Streitpunkt");
    public static readonly LocalizedText Actor = new("an actor", "ein Akteur");
    public static readonly LocalizedText Group = new("a group", "eine Gruppe");
    public static readonly LocalizedText Factor = new("a factor", "ein Faktor");
    public static readonly LocalizedText State = new("a state of the factor", "ein Zustand des Faktors");
    public static readonly LocalizedText Level = new("a level of the indicator", "eine Stufe des Indikators");
    public static readonly LocalizedText Severity = new("a step of the scale of severity", "eine Stufe der Schwereskala");
    public static readonly LocalizedText Event = new("an event", "ein Ereignis");
    public static readonly LocalizedText Outcome = new("an outcome of the event", "ein Ausgang des Ereignisses");
    public static readonly LocalizedText Measure = new("a measure", "eine Maßnahme");
    public static readonly LocalizedText Strategy = new("a strategy", "eine Strategie");
    public static readonly LocalizedText Scenario = new("a scenario", "ein Szenario");
    public static readonly LocalizedText Indicator = new("an indicator", "ein Indikator");
    public static readonly LocalizedText Code = new("a code of a warning", "ein Code einer Warnung");
}
