using Detente.Language;
using Detente.Language.Exchange;
using Detente.Models;
using Encoding = System.Text.Encoding;

namespace Detente.Tests.Language.Exchange;

public sealed class MatrixTableTests
{
    private const string Expected = "Trust: low, high | Channels: closed, open; 0 0 1 -1 0 0 -1 1 2.5 -2 0 0 0 0 0 0";

    [Theory]
    [InlineData(",,Trust,,Channels,\n,,low,high,closed,open\nTrust,low,0,0,1,-1\n,high,0,0,-1,1\nChannels,closed,2.5,-2,0,0\n,open,0,0,0,0\n")]
    [InlineData(",,Trust,Trust,Channels,Channels\n,,low,high,closed,open\nTrust,low,,,1,-1\nTrust,high,,,-1,1\nChannels,closed,2.5,-2,,\nChannels,open,,,,")]
    [InlineData("sep=;\r\n;;\"Trust\";;Channels;\r\n;;low;high;closed;open\r\nTrust;low;0;0;1;-1\r\n;high;0;0;-1;1\r\nChannels;closed;2,5;-2;0;0\r\n;open;0;0;0;0\r\n\r\n")]
    [InlineData("\t\tTrust\t\tChannels\t\n\t\tlow\thigh\tclosed\topen\nTrust\tlow\t0\t0\t1\t-1\n\thigh\t0\t0\t\u22121\t+1\nChannels\tclosed\t2,50\t-2\t0\t0\n\topen\t0\t0\t0\t0\n")]
    [InlineData("A title,,Trust,,Channels,,\n,,low,high,closed,open,\nTrust,low,0,0,1,-1,\n,high,0,0,-1,1,\nChannels,closed,\"2,5\",-2,0,0,\n,open,0,0,0,0,\n,,,,,,\n")]
    public void Tables_of_every_usual_form_are_read(string table) => Assert.Equal(Expected, Described(Read(table)));

    [Fact]
    public void Names_with_separators_quotes_and_line_ends_are_quoted()
    {
        var model = Read("\"Title, long\",,\"a \"\"b\"\"\",\n,,\"x,\ny\",z\n\"a \"\"b\"\"\",\"x,\r\ny\",0,0\n,z,0,0\n");
        Assert.Equal("Title, long", model.Title.En);
        Assert.Equal("a \"b\"", model.Factors[0].Title.En);
        Assert.Equal("x,\ny", model.Factors[0].States[0].Title.En);
    }

    [Fact]
    public void A_written_table_reads_back_as_the_same_matrix()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var table = MatrixTable.Write(Distinct(RandomMatrix.Of(seed, withTexts: false, isWhole: seed % 2 == 0)));
            var bag = new DiagnosticBag();
            var read = MatrixTable.Read(new Detente.Language.Text.SourceText("a.csv", table), bag);
            Assert.Empty(bag.Found);
            Assert.Equal(table, MatrixTable.Write(read!.Value.Matrix));
            Assert.Equal(Distinct(RandomMatrix.Of(seed, withTexts: false, isWhole: seed % 2 == 0)).Hundredths, read.Value.Matrix.Hundredths);
        }
    }

    [Fact]
    public void Damaged_tables_are_models_or_have_diagnostics_with_their_places()
    {
        var table = Encoding.UTF8.GetBytes(MatrixTable.Write(RandomMatrix.Of(3, withTexts: false)));
        var random = new Random(1);
        for (var i = 0; i < 5000; i++)
        {
            var bytes = i < table.Length ? table[..i] : [.. table];
            for (var times = i < table.Length ? 0 : random.Next(1, 5); times > 0; times--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : ",\"\n;1-"u8[random.Next(6)];
            }

            var reading = ModelText.ParseFile(bytes, "a.csv");
            Assert.Equal(reading.Model is null, reading.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }
    }

    private static CrossImpactMatrix Distinct(CrossImpactMatrix matrix) => new(
        matrix.Title,
        [.. matrix.Factors.Select((factor, i) => factor with { Name = $"{factor.Name} {i}" })],
        matrix.Hundredths);

    private static string Described(Model model)
    {
        var cells = from source in model.Factors.Index()
                    from a in Enumerable.Range(0, source.Item.States.Length)
                    from target in model.Factors.Index()
                    from b in Enumerable.Range(0, target.Item.States.Length)
                    select model.Influences.Where(influence => influence.From.Index == source.Index && influence.To.Index == target.Index)
                        .SelectMany(influence => influence.Cells).FirstOrDefault(cell => cell.SourceState == a && cell.TargetState == b).Impact.Value;
        return string.Join(" | ", model.Factors.Select(factor => $"{factor.Title.En}: {string.Join(", ", factor.States.Select(state => state.Title.En))}"))
            + "; " + string.Join(' ', cells.Select(cell => cell.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static Model Read(string table)
    {
        var reading = ModelText.ParseFile(Encoding.UTF8.GetBytes(table), "table.csv");
        Assert.Equal("", string.Concat(reading.Diagnostics.Select(diagnostic => DiagnosticText.Write(diagnostic, reading, ReaderLanguage.English))));
        return reading.Model!;
    }
}
