using Entente.Checking.Evaluating;
using Xunit.Abstractions;
namespace Entente.Tests.Checking;
public class ScratchTests(ITestOutputHelper output)
{
    [Fact]
    public void Dump()
    {
        foreach (var text in File.ReadAllLines("/tmp/exprs.txt"))
        {
            if (text.Length == 0) continue;
            var e = Shipped.Evaluate(text);
            output.WriteLine($"## {text}   pov={e.PointOfView} {e.Abstention}");
            foreach (var a in Authorities.Order(e.Answers, e.Measure, e.PointOfView).Take(12))
            {
                var v = a.Value switch { NumberAnswer n => $"{n.Best:g9} [{n.Range.Low:g9},{n.Range.High:g9}] {n.Unit}", DateAnswer d => d.Date.Text, SetAnswer s => string.Join(",", s.Members) + " | " + s.Complete, TruthAnswer t => t.Holds.ToString(), ChoiceAnswer c => c.Choice.ToString(), _ => "?" };
                output.WriteLine($"   {a.Kind,-9} {a.Source,-12} {(a.Mirror ? "mirror" : "")} {(a.Derived ? "derived" : "")} {a.Terms} {v}  {a.Note}");
            }
        }
    }
}
