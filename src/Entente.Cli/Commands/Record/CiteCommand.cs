using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Records;
using Entente.Record;

namespace Entente.Cli.Commands.Record;

/// <summary>`record cite`: what a row, a dataset, an import or a whole result rests on, as BibTeX or in lines.</summary>
internal static class CiteCommand
{
    public static Command Create(CommandContext context)
    {
        var what = new Argument<string[]>("WHAT")
        {
            Description =
                "A row as reports print it (trade/china-russia.csv:120), a dataset, an import's number, or a file with a JSON result of check or ask.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = CommonOptions.Format("bibtex", "text");
        var command = new Command("cite", "Where figures come from: BibTeX for what a row, a dataset or a result rests on.")
        {
            what,
            format,
        };
        command.SetAction(parsed => Cite(context, parsed.GetValue(what)!, parsed.GetValue(format)!));
        return command;
    }

    private static int Cite(CommandContext context, string[] what, string format)
    {
        var (bibliography, rows) = Citations.Of(context, what, files: true);
        using var target = OutputTarget.Open(null, context.Surroundings);
        var output = target.Writer;
        if (format == "text" && rows.Count == what.Length)
            foreach (var row in rows)
                WriteRow(output, row);
        else if (format == "text")
            foreach (var reference in bibliography.References)
                output.WriteLine(InputProblem.OneLine(reference.Text));
        else
            output.Write(string.Join('\n', bibliography.References.Select(r => r.BibTeX)));
        target.Complete();
        if (bibliography.References.Count == 0)
            context.Surroundings.Error.WriteLine("entente: nothing in it rests on a figure of the record");
        return ExitStatus.Done;
    }

    private static void WriteRow(TextWriter output, Observation row)
    {
        output.WriteLine(RecordRows.Line(row));
        output.WriteLine(
            string.Join(
                ", ",
                new[]
                {
                    row.Source,
                    row.Via is null ? null : $"via {row.Via}",
                    row.Published is null ? "undated" : $"published {row.Published}",
                    row.Basis,
                    row.Url,
                }.Where(p => !string.IsNullOrEmpty(p))
            )
        );
        if (row.Note is not null)
            output.WriteLine(row.Note);
    }
}
