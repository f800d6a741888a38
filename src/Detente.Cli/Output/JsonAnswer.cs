using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Detente.Cli.Syntax;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The envelope that every JSON answer stands in. Documented in docs/language/json.md.</summary>
/// <param name="Invocation">What was asked.</param>
internal sealed record JsonAnswer(Invocation Invocation)
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The model, or null when the command has none or it could not be read.</summary>
    public Model? Model { get; init; }

    /// <summary>Its hash, or null as above.</summary>
    public string? ModelHash { get; init; }

    /// <summary>What was run and how, or null when nothing was.</summary>
    public ResultProvenance? Provenance { get; init; }

    /// <summary>What there is to say of the model and the run.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Writes the object of options; without it there are none.</summary>
    public Action<Utf8JsonWriter>? Options { get; init; }

    /// <summary>Writes the object of the result; without it the result is null.</summary>
    public Action<Utf8JsonWriter>? Result { get; init; }

    /// <summary>Writes the answer to where it was asked for.</summary>
    public void Write() => Answer.Write(Invocation, WriteTo);

    /// <summary>Writes the answer, with a line feed after it.</summary>
    public void WriteTo(TextWriter writer)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Form))
        {
            json.WriteStartObject();
            json.WriteString("command", Invocation.Command.Name);
            json.WriteString("engine", EngineVersion.Number);
            WriteModel(json);
            WriteRun(json);
            WriteDiagnostics(json);
            WriteObject(json, "result", Result);
            json.WriteEndObject();
        }

        writer.Write(System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        writer.Write('\n');
    }

    private static void WriteObject(Utf8JsonWriter json, string name, Action<Utf8JsonWriter>? write)
    {
        json.WritePropertyName(name);
        if (write is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }

    private void WriteModel(Utf8JsonWriter json)
    {
        if (Model is null)
        {
            json.WriteNull("model");
            return;
        }

        json.WriteStartObject("model");
        json.WriteString("id", Model.Id);
        json.WriteString("sha256", ModelHash);
        json.WriteEndObject();
    }

    private void WriteRun(Utf8JsonWriter json)
    {
        if (Provenance is null)
        {
            json.WriteNull("seed");
        }
        else
        {
            json.WriteNumber("seed", Provenance.Study.Options.Seed);
        }

        WriteObject(json, "options", Options ?? (static _ => { }));
        WriteObject(json, "completeness", Provenance is null ? null : WriteCompleteness);
        json.WriteString("mode", Model is null ? null : Model.Mode == ModelMode.Forecast ? "forecast" : "plausibility");
        json.WriteBoolean("hindsight", Model?.Encoded is { Hindsight: true });
    }

    private void WriteCompleteness(Utf8JsonWriter json)
    {
        var completeness = Provenance!.Completeness;
        json.WriteBoolean("complete", completeness.IsComplete);
        json.WriteBig("done", completeness.Done);
        json.WriteBig("asked", completeness.Asked);
    }

    private void WriteDiagnostics(Utf8JsonWriter json)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in Diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
            WritePlace(json, diagnostic.Span);
            json.WriteString("element", diagnostic.Element);
            json.WriteText("message", diagnostic.Message);
            json.WriteString("didYouMean", diagnostic.DidYouMean);
            json.WriteStartArray("related");
            foreach (var place in diagnostic.Related)
            {
                json.WriteStartObject();
                WritePlace(json, place.Span);
                json.WriteText("message", place.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteText("acceptedBecause", diagnostic.AcceptedBecause);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteString("file", span.File);
        json.WriteNumber("line", span.Line);
        json.WriteNumber("column", span.Column);
        json.WriteNumber("endLine", span.EndLine);
        json.WriteNumber("endColumn", span.EndColumn);
    }
}
